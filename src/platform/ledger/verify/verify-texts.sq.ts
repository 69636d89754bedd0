import type { Way } from './report-rules.ts'

/** What is said when the record is not what the ledger vouches for. */
export const sq = {
  ways: {
    altered: 'u ndryshua',
    deleted: 'u fshi',
    inserted: 'u shtua pa hyrje në ditar',
    reordered: 'hyrja ndërroi vend',
    'entry-altered': 'hyrja e ditarit u ndryshua',
    'entry-deleted': 'hyrja e ditarit u fshi',
    'entry-inserted': 'në ditar u fut një hyrje',
    'salt-missing': 'numri i fshehtë i hyrjes u fshi',
    'unknown-kind': 'hyrje të një lloji të panjohur',
    'tile-altered': 'pema e ditarit u ndryshua',
    'checkpoint-altered': 'pika e kontrollit u ndryshua',
    'checkpoint-signature': 'nënshkrimi i pikës së kontrollit nuk vlen',
    'checkpoint-missing': 'mungon pika e kontrollit',
    'checkpoint-rolled-back': 'ditari është më i shkurtër se një pikë kontrolli e ruajtur',
    'checkpoint-forked': 'ditari nuk është ai i një pike kontrolli të ruajtur',
    'cosignature-altered': 'nënshkrimi i një dëshmitari nuk vlen',
  } satisfies Record<Way, string> as Record<Way, string>,
  entry: (index: string): string => `hyrja ${index}`,
  size: (count: string): string => (count === '1' ? 'me 1 hyrje' : `me ${count} hyrje`),
  letter: {
    subject: 'Kuvend: regjistri publik nuk përputhet me ditarin',
    subjectFailed: 'Kuvend: regjistri publik nuk u kontrollua dot',
    greeting: 'Përshëndetje,',
    lead: 'Kontrolli i natës rillogariti regjistrin publik dhe gjeti se sa vijon nuk përputhet me ditarin:',
    more: (count: number): string => (count === 1 ? '– dhe 1 tjetër' : `– dhe ${count} të tjera`),
    failed: 'Kontrolli i natës i regjistrit publik u ndërpre nga një gabim. Edhe kjo mund të jetë shenjë ndërhyrjeje.',
    next: 'Mos ndryshoni asgjë para se të ruhet një kopje. Rillogarisni gjithçka vetë me: kuvend ledger verify',
    look: 'Gjendja e plotë:',
  },
}
export type VerifyTexts = typeof sq
