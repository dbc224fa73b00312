export interface Notice {
  readonly level: 'notice' | 'warning';
  /** One or more sentences. */
  readonly text: string;
}

export function warning(text: string): Notice {
  return {level: 'warning', text};
}
