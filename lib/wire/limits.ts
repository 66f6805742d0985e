const KB = 1024
const MB = 1024 * KB

/** Sizes in bytes, times in milliseconds, counts: what the sync server allows. Those in `Hello` are told to every client. */
export const limits = {
  /** What the WebSocket library reads at all; its own refusal is retried by clients, so ours lie below it. */
  frame: 16 * MB,
  update: 1 * MB,
  /** The answer to the server's step 1: everything a client did while away. */
  step2: 8 * MB,
  stateVector: 64 * KB,
  awareness: 2 * KB,
  /** Edits that wait for one missing before them, per connection. */
  heldBytes: 1 * MB,
  heldFor: 10_000,
  batchFrames: 64,
  batchBytes: 256 * KB,
  /** Edits of one board that wait for the database. */
  uncommittedBytes: 2 * MB,
  /** A reader this far behind misses presence, then is cut. */
  behindNoPresence: 512 * KB,
  behindClosed: 4 * MB,
  terminateAfter: 5_000,
  /** A stock client closes a connection on which it heard nothing for 30 s. */
  keepaliveEvery: 20_000,
  pingEvery: 25_000,
  deadAfter: 60_000,
  /** Presence of a board is sent together, at most this often. */
  presenceEvery: 50,
  /** Other clients forget a person they heard nothing of for 30 s. */
  presenceRenewEvery: 15_000,
  recheckEvery: 5 * 60_000,
  unloadAfter: 60_000,
  compactRows: 300,
  compactBytes: 1 * MB,
} as const
