/** What an account remembers and shows to whom it belongs. */
export type SecurityEventKind =
  | 'signed-in'
  | 'signed-out'
  | 'second-factor-set'
  | 'second-factor-refused'
  | 'session-ended'
  | 'code-refused'
  | 'account-added'
  | 'role-granted'
  | 'role-ended'
