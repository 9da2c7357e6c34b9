import type { FilterField } from '../core/query/filter.ts';
import type { Command } from './shortcuts.ts';

/** The fields one key press pivots to. */
export const pivotFields = new Map<Command, FilterField>([
  ['pivotIp', 'sourceIp'],
  ['pivotKey', 'accessKey'],
  ['pivotTool', 'userAgent'],
  ['pivotLoadBalancer', 'loadBalancer'],
]);
