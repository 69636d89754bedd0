export type RefusalStatus = 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503
export type RefusalReason =
  | 'not-signed-in'
  | 'second-factor-needed'
  | 'not-permitted'
  | 'foreign-origin'
  | 'not-found'
  | 'conflict'
  | 'taken-down'
  | 'too-large'
  | 'wrong-type'
  | 'unreadable-form'
  | 'too-many'
  | 'unavailable'

/**
 * Thrown where a request cannot go on and has no page of its own to go back to. `app/errors.tsx` turns it into the page
 * for its status, in the visitor's language. What a form's page can show is a value, not this.
 */
export class Refused extends Error {
  readonly status: RefusalStatus
  readonly reason: RefusalReason
  constructor(status: RefusalStatus, reason: RefusalReason) {
    super(reason)
    this.status = status
    this.reason = reason
  }
}

export const notFound = (): Refused => new Refused(404, 'not-found')
