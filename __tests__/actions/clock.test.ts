import {expect, jest, test} from '@jest/globals';
import {systemClock} from '../../src/actions/clock.js';

test('a jump of the system clock, either way, moves neither what is waited for nor what is left of the time', () => {
  const before = systemClock.now();
  const jumped = jest.spyOn(Date, 'now');
  for (const by of [3_600_000, -3_600_000]) {
    jumped.mockReturnValue(before + by);
    const passed = systemClock.now() - before;
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(60_000);
  }
  jumped.mockRestore();
});
