import {scrubberOf, type Scrub} from '../secrets/scrub.js';
import {tokenForms} from './credentials.js';

/** What must not be said: the credentials of the step, and the tokens that are made while it runs. */
export class KnownSecrets {
  private known: readonly string[];
  private current: Scrub;

  /**
   * @param forms of the credentials
   * @param tell  gets every form of a token before the token is used
   */
  constructor(
    forms: readonly string[],
    private readonly tell: (forms: readonly string[]) => void
  ) {
    this.known = forms;
    this.current = scrubberOf(forms);
  }

  readonly scrub: Scrub = (text) => this.current(text);

  learn(token: string): void {
    const forms = tokenForms(token);
    this.tell(forms);
    this.known = [...this.known, ...forms];
    this.current = scrubberOf(this.known);
  }
}
