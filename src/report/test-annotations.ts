import type {CaseResult, Failure, FileMessage, TestsResult} from '../flow-tests/result.js';
import type {Annotation} from '../ports.js';
import {redactText} from './redact.js';
import {shorten, visible, type Line} from '../visible.js';

const MESSAGE_LENGTH = 2_000;
const TITLE_LENGTH = 200;

/**
 * The failures of tests as annotations, the gravest first: what is wrong with a test file, then each failure at its
 * expectation and at its state in the bundle, then what is doubtful. Skipped cases have none: what is wrong with
 * their bundle is marked there.
 *
 * @param secrets the credentials of this run, which must not appear in a message
 */
export function testAnnotations(result: TestsResult, secrets: readonly string[]): Annotation[] {
  const failed = result.cases.filter(({status}) => status === 'failed');
  return [
    ...result.errors.map((error) => ofMessage(error, 'error', 'Flow test that cannot be run', secrets)),
    ...failed.flatMap((each) => each.failures.flatMap((failure) => bothSides(each, failure, secrets))),
    ...result.warnings.map((warning) => ofMessage(warning, 'warning', 'Flow test', secrets))
  ];
}

function bothSides(
  {name, bundle, file}: CaseResult,
  failure: Failure,
  secrets: readonly string[]
): Annotation[] {
  const {message, hint, paste, line, bundleLine} = failure;
  const title = clean(`Flow test failed: ${name}`, secrets, TITLE_LENGTH);
  const text = hint === '' || paste.length > 0 ? message : `${message}. ${hint}`;
  const there = `${message} (${file}:${line})`;
  return [
    at(failure.file, line, {level: 'error', title, message: clean(text, secrets)}),
    ...(bundleLine === null
      ? []
      : [at(bundle, bundleLine, {level: 'error', title, message: clean(there, secrets)})])
  ];
}

function ofMessage(
  {file, line, message, hint}: FileMessage,
  level: 'error' | 'warning',
  title: string,
  secrets: readonly string[]
): Annotation {
  const text = hint === '' ? message : `${message}. ${hint}`;
  return at(file, line, {level, title: visible(title), message: clean(text, secrets)});
}

function at(file: string, line: number, parts: Pick<Annotation, 'level' | 'title' | 'message'>): Annotation {
  return {...parts, file, startLine: line, startColumn: 1, endLine: line, endColumn: 1};
}

function clean(text: string, secrets: readonly string[], most = MESSAGE_LENGTH): Line {
  return shorten(visible(redactText(text, secrets)), most);
}
