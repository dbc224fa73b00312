/** Places in the clean bundle, as JSON pointers. */

export const RESOURCES = '/resources';
export const properties = (resource: string): string => `${RESOURCES}/${resource}/properties`;
export const request = (action: string): string => `${properties(action)}/definition`;
export const ORDER = `${properties('order_parts')}/definition`;
export const CLOSE = `${properties('close_orders')}/definition`;
export const state = (name: string): string => `${ORDER}/States/${name}`;
export const closing = (name: string): string => `${CLOSE}/States/${name}`;
export const ITERATOR = `${state('EachPart')}/Iterator`;
export const inner = (name: string): string => `${ITERATOR}/States/${name}`;
export const choice = (name: string, rule = 0): string => `${state(name)}/Choices/${rule}`;
export const URGENT = `${choice('IsWanted')}/And/0`;
