/** A request, read to its end. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  /** Empty where it was too large to be kept. */
  readonly body: Uint8Array;
  readonly tooLarge: boolean;
}

/** A request that was served; without headers and body, which may hold secrets. */
export interface RequestRecord {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** null until it is answered, and for good when the connection was broken instead. */
  readonly status: number | null;
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  /** How many requests were being served when it arrived, itself included. */
  readonly inFlight: number;
  /** Which connection it came over, counted from 1. */
  readonly connection: number;
}
