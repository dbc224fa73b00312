import {describe, expect, test} from '@jest/globals';
import {parseYaml} from '../../src/bundle/yaml.js';
import {MAX_TEST_FILE_BYTES} from '../../src/flow-tests/test-file.js';
import {growthFault} from '../support/growth.js';

/** As many units as there is room for, between what makes a text of them. */
type Shape = readonly [what: string, before: string, unit: string, after: string];

const SHAPES: readonly Shape[] = [
  ['an anchor that is given again and again', '[', '&a 1,*a,', ']'],
  ['aliases of nothing', '[&a 1, ', '*b, ', ']'],
  ['one key again and again', '{', 'k: 1, ', '}'],
  ['lists that are never closed', '', '[', ''],
  ['maps that are never closed', '', '{a: ', ''],
  ['lists within lists', '', '- ', ''],
  ['questions', '', '? ', ''],
  ['colons', '', ':', ''],
  ['comments', 'a: 1\n', '#\n', ''],
  ['blanks before a value', 'a: ', ' ', 'x'],
  ['tabs', 'a: ', '\t', 'x'],
  ['empty lines', 'a: ', '\n', ' x'],
  ['blank lines in a block', 'a: |\n', ' \n', ' x'],
  ['a folded block', 'a: >\n', ' a\n\n', ''],
  ['a folded text', 'a: b\n', ' b\n', ''],
  ['a quoted text of escapes', 'a: "', '\\\\', '"'],
  ['a quoted text without an end', 'a: "', '\\\\', ''],
  ['a text of quotes', "a: '", "''", "'"],
  ['documents', 'a: 1\n', '---\n', ''],
  ['directives', '', '%FOO x\n', '---\na: 1\n'],
  ['tags', '[', '!!str a, ', ']'],
  ['numbers that cannot be held', '[', '9007199254740993, ', ']']
];

describe('YAML is read in time in proportion to its size', () => {
  test.each(SHAPES)('%s', async (_, before, unit, after) => {
    const fault = await growthFault({
      size: MAX_TEST_FILE_BYTES / 4,
      quick: 60,
      make: (size) => before + unit.repeat(Math.ceil(size / unit.length)) + after,
      run: parseYaml
    });
    expect(fault).toBeNull();
  });

  test('many aliases before many anchors of one name', async () => {
    const fault = await growthFault({
      size: MAX_TEST_FILE_BYTES,
      make: (size) => `[&a 1,${'*a,'.repeat(size / 8)}${'&a 1,'.repeat(size / 8)}]`,
      run: parseYaml
    });
    expect(fault).toBeNull();
  });
});
