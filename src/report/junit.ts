import type {CaseResult, Failure, TestsResult} from '../flow-tests/result.js';
import {countCases} from '../flow-tests/result.js';
import {redactText} from './redact.js';
import {linesOf, visible, type Painted} from '../visible.js';

/**
 * The result of tests as JUnit XML, which CI systems read: a suite a test file, a case a case.
 *
 * @param secrets the credentials of this run
 */
export function junitXml(result: TestsResult, secrets: readonly string[]): Painted {
  const text: Text = (value) => escaped(redactText(value, secrets));
  const {failed, skipped} = countCases(result);
  const files = new Set([...result.cases, ...result.errors].map(({file}) => file));
  const totals = {
    tests: result.cases.length + result.errors.length,
    failures: failed,
    errors: result.errors.length,
    skipped
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="flow tests"${attributes(totals)}>`,
    ...[...files].flatMap((file) => suite(file, result, text)),
    '</testsuites>'
  ];
  return linesOf(lines.map((line) => visible(line)));
}

/** Text of an attribute or an element, with no credential in it. */
type Text = (value: string) => string;

function suite(file: string, {cases, errors}: TestsResult, text: Text): string[] {
  const own = cases.filter((each) => each.file === file);
  const faults = errors.filter((each) => each.file === file);
  const count = (status: CaseResult['status']): number => own.filter((each) => each.status === status).length;
  const counts = {
    // A fault of the file is no case, but readers of this format know only cases.
    tests: own.length + faults.length,
    failures: count('failed'),
    errors: faults.length,
    skipped: count('skipped')
  };
  return [
    `  <testsuite name="${text(file)}"${attributes(counts)}>`,
    ...own.flatMap((each) => testCase(each, text)),
    ...faults.flatMap(({line, message, hint}) => {
      const place = `${file}:${line}`;
      const said = hint === '' ? message : `${message} (${hint})`;
      return [
        `    <testcase name="${text(`line ${line}`)}" classname="${text(file)}" file="${text(file)}" line="${line}">`,
        `      <error message="${text(said)}">${text(place)}</error>`,
        '    </testcase>'
      ];
    }),
    '  </testsuite>'
  ];
}

function testCase({name, file, flow, line, status, failures}: CaseResult, text: Text): string[] {
  const open = `    <testcase name="${text(name)}" classname="${text(flow)}" file="${text(file)}" line="${line}"`;
  if (status === 'passed') return [`${open}/>`];
  if (status === 'skipped') {
    const reason = failures.map(({message}) => message).join('; ');
    return [`${open}>`, `      <skipped message="${text(reason)}"/>`, '    </testcase>'];
  }
  return [`${open}>`, ...failures.flatMap((failure) => failureElement(failure, text)), '    </testcase>'];
}

function failureElement(failure: Failure, text: Text): string[] {
  const {message, hint, difference, paste, file, line, bundleLine} = failure;
  const body = [
    `${file}:${line}${bundleLine === null ? '' : `, line ${bundleLine} of the bundle`}`,
    ...difference,
    ...(hint === '' ? [] : [hint]),
    ...paste
  ];
  return [`      <failure message="${text(message)}">`, ...body.map(text), '      </failure>'];
}

function attributes(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

/** Without characters that have a meaning, or that XML 1.0 cannot have. */
function escaped(value: string): string {
  return visible(value)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
