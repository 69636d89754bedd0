import type { Services } from '../services.ts'
import { writeSign, type Sign } from './sign-queries.ts'

/**
 * A sign of life for who runs the installation: that something ran just now, and what it found. Shown at `/zyra/gjendja`;
 * never a name or an address in `details`. Known names: `imap` (`ok`, `error`, `letters`), `backup` (`file`), `job:<name>`.
 */
export const showSign = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  name: string,
  details: Sign['details'] = {},
): Promise<void> => writeSign(db, { name, at: clock.now(), details })
