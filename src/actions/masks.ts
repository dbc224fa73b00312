import * as core from '@actions/core';
import {scrubberOf, type Scrub} from '../secrets/scrub.js';

/** What the runner was told to mask. */
export class Masks {
  private known: readonly string[] = [];
  private current: Scrub = (text) => text;
  /** Every form of the tokens that were made. */
  readonly minted: string[] = [];

  /** Takes all of it out of a text. */
  readonly scrub: Scrub = (text) => this.current(text);

  add(secrets: readonly string[]): void {
    const masked = new Set(this.known);
    for (const secret of secrets) if (!masked.has(secret)) core.setSecret(secret);
    this.known = [...this.known, ...secrets];
    this.current = scrubberOf(this.known);
  }

  readonly addMinted = (forms: readonly string[]): void => {
    this.add(forms);
    this.minted.push(...forms);
  };
}
