import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import fc from 'fast-check';
import {createLog} from '../../src/actions/log.js';
import {readWorkflowCommands} from '../../src/stand-ins/runner/read-workflow-commands.js';
import {scrubberOf} from '../../src/secrets/scrub.js';
import {inert, plain, visible, type Line} from '../../src/visible.js';
import {HIDDEN, hostileText} from '../support/hostile.js';

let written = '';
beforeEach(() => {
  written = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text.toString();
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** As if the types had been gone around. */
const raw = (text: string): Line => text as Line;

describe("a step's log", () => {
  const log = createLog((text) => text.replaceAll('s3cret', '***'));

  test('says nothing to the runner but what the program says, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        written = '';
        log.info(raw(text));
        log.debug(raw(text));
        await log.group(raw(text), () => Promise.resolve());
        expect(readWorkflowCommands(written)).toEqual({annotations: [], masks: []});
        log.notice(raw(text));
        log.warning(raw(text));
        log.error(raw(text));
        const place = {startLine: 1, startColumn: 1, endLine: 1, endColumn: 2};
        for (const level of ['error', 'warning', 'notice'] as const)
          log.annotate({level, title: raw(text), message: raw(text), file: text, ...place});
        const {annotations, masks} = readWorkflowCommands(written);
        expect(annotations.map(({level}) => level)).toEqual([
          'notice',
          'warning',
          'error',
          'error',
          'warning',
          'notice'
        ]);
        expect(masks).toEqual([]);
        for (const {message, title} of annotations) expect(`${message}${title ?? ''}`).not.toMatch(OTHERS);
        expect(annotations.at(-1)?.file ?? '').toBe(visible(text));
      }),
      {numRuns: 300}
    );
  });

  test('shows no secret', () => {
    log.info(raw('a s3cret'));
    log.annotate({
      level: 'error',
      title: raw('s3cret'),
      message: raw('s3cret'),
      file: 's3cret.json',
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 1
    });
    createLog(scrubberOf(['to\u200bken'])).info(plain`b ${'to\u200bken'}`);
    expect(written).toContain('a ***');
    expect(written).toContain('b ***');
    expect(written).not.toContain('s3cret');
  });
});

/** What is hidden, but for the break that makes a text inert. */
const OTHERS = new RegExp(`(?!\\u200b)${HIDDEN.source}`, 'u');

describe('an inert text', () => {
  test('is no command, though nothing was made visible in it before', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readWorkflowCommands(inert(text))).toEqual({annotations: [], masks: []});
        expect(inert(text).replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
      {numRuns: 2000}
    );
  });

  test.each(Array.from('\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2009\u200a\u2028\u2029\u202f\u205f\u3000'))(
    'is none behind %j either, which .NET trims',
    (blank) => {
      expect(readWorkflowCommands(`${blank}::add-mask::x`).masks).toEqual(['x']);
      expect(readWorkflowCommands(inert(`${blank}::add-mask::x`)).masks).toEqual([]);
    }
  );
});
