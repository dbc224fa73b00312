import type {Rule} from '../rule.js';
import {flowName} from './flow-name.js';
import {flowIntegration} from './flow-integration.js';
import {unknownFlow, flowElsewhere} from './unknown-flow.js';
import {duplicateTrigger} from './duplicate-trigger.js';
import {eventType, eventSource, webhookEvent} from './event-type.js';

export const JOB_SPEC_RULES: readonly Rule[] = [
  eventSource,
  eventType,
  webhookEvent,
  flowName,
  flowIntegration,
  unknownFlow,
  flowElsewhere,
  duplicateTrigger
];
