import type {Answer} from './http.js';

/**
 * Lets uploads out one at a time until one was taken: where the registry may refuse their credential, nothing else is
 * under way when it does.
 */
export class FirstUpload {
  private alone: Promise<void> | null = null;

  /** @param isOpen whether all may go at once from the beginning */
  constructor(private isOpen: boolean) {}

  async send(upload: () => Promise<Answer>): Promise<Answer> {
    while (!this.isOpen && this.alone !== null) await this.alone;
    if (this.isOpen) return upload();
    const sent = upload();
    this.alone = sent.then(
      ({status}) => {
        this.isOpen ||= status < 300;
        this.alone = null;
      },
      () => {
        this.alone = null;
      }
    );
    return sent;
  }
}
