export const TIMESTAMPS: readonly string[] = ['Timestamp', 'TimestampPath'];

/** Whether Amazon's Wait states have this property, for which ZIS has nothing. */
export function isTimestamp(property: string): boolean {
  return TIMESTAMPS.includes(property);
}
