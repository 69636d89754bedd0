import { findAddressAsk, type AddressAsk } from '#platform/own-data/own-data-queries.ts'
import type { Services } from '#platform/services.ts'

/** What the link of a letter asks for, while it is alive. */
export const addressAskOf = ({ db, clock }: Services, digest: Buffer): Promise<AddressAsk | null> =>
  findAddressAsk(db, digest, clock.now())
