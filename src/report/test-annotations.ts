import type {CaseResult, Failure, FileMessage, TestsResult} from '../flow-tests/result.js';
import type {Annotation} from '../ports.js';
import {redactText} from './redact.js';
import {shorten, visible, type Line} from '../visible.js';

const MESSAGE_LENGTH = 2_000;
const TITLE_LENGTH = 200;

/**
 * The failures of tests as annotations, the gravest first: what is wrong with a test file, then each failure at its
 * expectation, then each at its state in the bundle, then what is doubtful. Skipped cases have none: what is wrong with
 * their bundle is marked there.
 *
 * @param secrets the credentials of this run, which must not appear in a message
 */
export function testAnnotations(result: TestsResult, secrets: readonly string[]): Annotation[] {
  const failures = result.cases
    .filter(({status}) => status === 'failed')
    .flatMap((each) => each.failures.map((failure) => ({of: each, failure})));
  return [
    ...result.errors.map((error) => ofMessage(error, 'error', 'Flow test that cannot be run', secrets)),
    ...failures.map(({of, failure}) => atExpectation(of, failure, secrets)),
    ...failures.flatMap(({of, failure}) => atState(of, failure, secrets)),
    ...result.warnings.map((warning) => ofMessage(warning, 'warning', 'Flow test', secrets))
  ];
}

function atExpectation(of: CaseResult, failure: Failure, secrets: readonly string[]): Annotation {
  const {message, hint, paste, file, line} = failure;
  const text = hint === '' || paste.length > 0 ? message : `${message}. ${hint}`;
  return at(file, line, {level: 'error', title: titleOf(of, secrets), message: clean(text, secrets)});
}

/** None where the failure is about no place in the bundle. */
function atState(of: CaseResult, failure: Failure, secrets: readonly string[]): Annotation[] {
  const {message, file, line, bundleLine} = failure;
  if (bundleLine === null) return [];
  const text = `${message} (${file}:${line})`;
  return [
    at(of.bundle, bundleLine, {level: 'error', title: titleOf(of, secrets), message: clean(text, secrets)})
  ];
}

function titleOf({name}: CaseResult, secrets: readonly string[]): Line {
  return clean(`Flow test failed: ${name}`, secrets, TITLE_LENGTH);
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
