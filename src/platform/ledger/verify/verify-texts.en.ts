import type { VerifyTexts } from './verify-texts.sq.ts'

export const en: VerifyTexts = {
  ways: {
    altered: 'altered',
    deleted: 'deleted',
    inserted: 'inserted without an entry in the ledger',
    reordered: 'its entry has changed places',
    'entry-altered': 'entry of the ledger altered',
    'entry-deleted': 'entry of the ledger deleted',
    'entry-inserted': 'entry inserted into the ledger',
    'salt-missing': 'salt of the entry deleted',
    'unknown-kind': 'entries of an unknown kind',
    'tile-altered': 'tree of the ledger altered',
    'checkpoint-altered': 'checkpoint altered',
    'checkpoint-signature': 'the signature of the checkpoint does not hold',
    'checkpoint-missing': 'the checkpoint is missing',
    'checkpoint-rolled-back': 'the ledger is shorter than a checkpoint that was kept',
    'checkpoint-forked': 'the ledger is not that of a checkpoint that was kept',
    'cosignature-altered': 'the signature of a witness does not hold',
  },
  entry: (index) => `entry ${index}`,
  size: (count) => (count === '1' ? 'at 1 entry' : `at ${count} entries`),
  letter: {
    subject: 'Kuvend: the public record differs from the ledger',
    subjectFailed: 'Kuvend: the public record could not be checked',
    greeting: 'Hello,',
    lead: 'The check of the night recomputed the public record and found that this differs from the ledger:',
    more: (count) => `– and ${count} more`,
    failed: 'The check of the public record at night was stopped by an error. That, too, may be a sign of tampering.',
    next: 'Change nothing before a copy is kept. Recompute everything yourself with: kuvend ledger verify',
    look: 'The whole state:',
  },
}
