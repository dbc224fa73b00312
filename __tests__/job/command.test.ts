import {describe, expect, test} from '@jest/globals';
import {commandFor, refsOf, type Event, type Payload} from '../../src/job/command.js';

const event = (name: string, payload: Payload = {}, ref = 'refs/heads/main'): Event => ({
  name,
  payload,
  ref,
  sha: 'sha',
  repository: 'acme/zis',
  step: ''
});
const repository = {default_branch: 'main'};
const merged = {number: 7, merged: true, base: {sha: 'base'}, head: {sha: 'head'}};

describe('commandFor', () => {
  test.each([
    [event('pull_request', {action: 'opened', pull_request: {number: 7}}), 'plan'],
    [event('pull_request', {action: 'synchronize'}), 'plan'],
    [event('pull_request', {action: 'reopened'}), 'plan'],
    [event('pull_request_target', {action: 'opened'}), 'plan'],
    [event('pull_request', {action: 'closed', pull_request: merged}), 'validate'],
    [event('pull_request', {action: 'closed', pull_request: {...merged, base: {ref: 'main'}}}), 'validate'],
    [event('pull_request', {action: 'closed', pull_request: {...merged, merged: false}}), 'close'],
    [
      event('pull_request', {action: 'closed', pull_request: {...merged, base: {ref: 'main'}}, repository}),
      'apply'
    ],
    [
      event('pull_request', {action: 'closed', pull_request: {...merged, base: {ref: 'stack'}}, repository}),
      'validate'
    ],
    [event('merge_group', {action: 'checks_requested'}), 'plan'],
    [event('push', {repository}), 'apply'],
    [event('push', {repository}, 'refs/heads/feature'), 'validate'],
    [event('push', {repository}, 'refs/tags/main'), 'validate'],
    [event('push', {}), 'validate'],
    [event('schedule'), 'drift'],
    [event('workflow_dispatch'), 'plan'],
    [event('release'), 'plan']
  ] as const)('%j runs %s', (given, command) => {
    expect(commandFor(given, 'auto')).toBe(command);
  });

  test.each([
    [event('push', {repository}, 'refs/heads/production'), 'apply'],
    [event('push', {repository}), 'validate'],
    [event('push', {}, 'refs/heads/production'), 'apply'],
    [
      event('pull_request', {action: 'closed', pull_request: {...merged, base: {ref: 'production'}}}),
      'apply'
    ],
    [
      event('pull_request', {action: 'closed', pull_request: {...merged, base: {ref: 'main'}}, repository}),
      'validate'
    ]
  ] as const)('with deploy-branch: production %j runs %s', (given, command) => {
    expect(commandFor(given, 'auto', 'production')).toBe(command);
  });

  test('an explicit command overrides every event', () => {
    expect(commandFor(event('schedule'), 'apply')).toBe('apply');
    expect(commandFor(event('pull_request', {action: 'closed'}), 'validate')).toBe('validate');
  });
});

describe('refsOf', () => {
  test('a pull request is talked about by its head and compared with its base', () => {
    expect(refsOf(event('pull_request', {pull_request: merged}))).toEqual({
      headSha: 'head',
      beforeSha: 'base',
      pullRequest: 7
    });
  });

  test('a merge group has a base and no pull request', () => {
    expect(refsOf(event('merge_group', {merge_group: {base_sha: 'b', head_sha: 'h'}}))).toEqual({
      headSha: 'h',
      beforeSha: 'b',
      pullRequest: null
    });
  });

  test('a push has its before, unless that is zeros', () => {
    expect(refsOf(event('push', {before: 'abc'})).beforeSha).toBe('abc');
    expect(refsOf(event('push', {before: '0'.repeat(40)})).beforeSha).toBeNull();
    expect(refsOf(event('workflow_dispatch')).beforeSha).toBeNull();
  });
});
