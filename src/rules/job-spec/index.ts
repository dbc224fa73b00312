import type {Rule} from '../rule.js';
import {duplicateTrigger, flowElsewhere, flowIntegration, flowName, unknownFlow} from './flow-name.js';
import {eventSource, eventType, webhookEvent} from './trigger.js';

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
