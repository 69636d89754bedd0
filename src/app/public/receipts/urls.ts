/** Where a receipt is checked, without language prefix. */
export const receiptUrls = {
  check: () => '/verifiko/vertetim',
  /** The program of one file; the same for every language. */
  tool: () => '/ditari/verify-receipt.mjs',
  log: () => '/ditari',
  keys: () => '/ditari/celesat',
}
