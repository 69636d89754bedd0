import { formatNumber } from '../i18n/formats.ts'
import type {
  Coverage,
  NOT_ASKED,
  ReportOutcome,
  SignatureFacts,
  SignatureState,
  TimeStampFacts,
  Trust,
} from './signature-report-rules.ts'

/** What each finding means, in plain words, and what was not asked. */
export const sq = {
  outcomes: {
    none: 'Skedari nuk ka nënshkrim elektronik.',
    valid: 'Nënshkrimi elektronik është i rregullt: skedari nuk është ndryshuar pas nënshkrimit.',
    'added-after': 'Nënshkrimi është i rregullt, por pas tij skedarit i është shtuar diçka që nënshkrimi nuk e mbulon.',
    'certificate-out-of-time': 'Skedari nuk është ndryshuar, por certifikata nuk ishte në afat kur u nënshkrua.',
    untrusted: 'Skedari nuk është ndryshuar, por certifikata nuk vjen nga asnjë autoritet i njohur nga ky sistem.',
    altered: 'Skedari është ndryshuar pas nënshkrimit.',
    invalid: 'Nënshkrimi elektronik nuk është i rregullt.',
    'not-all-asked': 'Jo të gjitha nënshkrimet u kontrolluan.',
    'not-looked-at': 'Skedari është tepër i madh, prandaj nënshkrimet nuk u kontrolluan.',
  } satisfies Record<ReportOutcome, string> as Record<ReportOutcome, string>,
  short: {
    none: 'Pa nënshkrim elektronik',
    valid: 'I rregullt',
    'added-after': 'Me shtesë pas nënshkrimit',
    'certificate-out-of-time': 'Certifikatë jashtë afatit',
    untrusted: 'Certifikatë e panjohur',
    altered: 'I ndryshuar pas nënshkrimit',
    invalid: 'I parregullt',
    'not-all-asked': 'I kontrolluar pjesërisht',
    'not-looked-at': 'I pakontrolluar',
  } satisfies Record<ReportOutcome, string> as Record<ReportOutcome, string>,
  states: {
    valid: 'I rregullt: përmbajtja e nënshkruar nuk është ndryshuar.',
    altered: 'I ndryshuar: përmbajtja nuk është më ajo që u nënshkrua.',
    forged: 'I rremë ose i prishur: nënshkrimi nuk i përgjigjet certifikatës.',
    'bad-range': 'I parregullt: nënshkrimi nuk mbulon skedarin siç duhet.',
    unreadable: 'I palexueshëm: në vendin e nënshkrimit nuk ka nënshkrim të lexueshëm.',
    unsupported: 'I pakontrolluar: është i një lloji që ky sistem nuk e kontrollon.',
  } satisfies Record<SignatureState, string> as Record<SignatureState, string>,
  coverages: {
    whole: 'Mbulon gjithë skedarin.',
    'signed-after': 'Mbulon skedarin siç ishte atëherë; çfarë u shtua më pas e mbulon një nënshkrim i mëvonshëm.',
    'added-after': 'Mbulon skedarin siç ishte atëherë; më pas i është shtuar diçka që askush nuk e ka nënshkruar.',
  } satisfies Record<Coverage, string> as Record<Coverage, string>,
  trusts: {
    unknown: 'Nuk u kontrollua nëse lëshuesi i certifikatës është i besuar: sistemit nuk i është dhënë asnjë listë.',
    trusted: 'Certifikata është lëshuar nga një autoritet që ka vendosur operatori i sistemit.',
    untrusted: 'Certifikata nuk vjen nga asnjë prej autoriteteve që ka vendosur operatori i sistemit.',
  } satisfies Record<Trust, string> as Record<Trust, string>,
  notAsked: {
    revocation: 'nëse certifikata ishte tërhequr (revokuar)',
    qualified: 'nëse nënshkrimi është i kualifikuar sipas ligjit',
    appearance: 'nëse faqet duken siç dukeshin kur u nënshkruan',
  } satisfies Record<(typeof NOT_ASKED)[number], string> as Record<(typeof NOT_ASKED)[number], string>,
  notAskedTrust: 'kush e ka lëshuar certifikatën',
  notAskedTitle: 'Çfarë nuk u kontrollua',
  signedBy: (names: string) => `Sipas certifikatës nënshkroi: ${names}.`,
  notAskedShort: (trustToo: boolean) =>
    `Nuk u kontrollua ${trustToo ? 'kush e ka lëshuar certifikatën, ' : ''}nëse certifikata ishte tërhequr dhe nëse nënshkrimi është i kualifikuar.`,
  certificate: {
    held: {
      'time-stamp': 'Ishte në afat në kohën e vulës kohore.',
      claim: 'Ishte në afat në kohën që thotë nënshkruesi.',
      check: 'Ishte në afat kur u kontrollua.',
    },
    expired: {
      'time-stamp': 'I kishte kaluar afati në kohën e vulës kohore.',
      claim: 'I kishte kaluar afati në kohën që thotë nënshkruesi.',
      check: 'I kishte kaluar afati kur u kontrollua.',
    },
    'not-yet': {
      'time-stamp': 'Nuk i kishte filluar afati në kohën e vulës kohore.',
      claim: 'Nuk i kishte filluar afati në kohën që thotë nënshkruesi.',
      check: 'Nuk i kishte filluar afati kur u kontrollua.',
    },
  } satisfies Record<
    NonNullable<SignatureFacts['certificate']>,
    Record<NonNullable<SignatureFacts['askedBy']>, string>
  > as Record<NonNullable<SignatureFacts['certificate']>, Record<NonNullable<SignatureFacts['askedBy']>, string>>,
  stamps: {
    valid: 'Vula kohore është e rregullt.',
    altered: 'Vula kohore nuk i përket këtij nënshkrimi.',
    forged: 'Vula kohore nuk është e rregullt.',
    unreadable: 'Vula kohore nuk lexohet.',
    unsupported: 'Vula kohore është e një lloji që nuk kontrollohet.',
  } satisfies Record<TimeStampFacts['state'], string> as Record<TimeStampFacts['state'], string>,
  kinds: { signature: 'Nënshkrim', 'document-time-stamp': 'Vulë kohore e dokumentit' } as Record<
    SignatureFacts['kind'],
    string
  >,
  rows: {
    signer: 'Nënshkruesi sipas certifikatës',
    issuer: 'Certifikatën e lëshoi',
    serial: 'Numri i certifikatës',
    validity: 'Afati i certifikatës',
    claimedAt: 'Koha sipas nënshkruesit',
    timeStamp: 'Vula kohore',
    result: 'Rezultati',
    trust: 'Besimi',
    method: 'Mënyra',
  },
  unnamed: 'pa emër',
  selfSigned: 'vetë nënshkruesi',
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  weak: 'mënyrë e dobët',
  one: (n: number, name: string) => `Nënshkrimi ${formatNumber(n)}: ${name}`,
  more: (n: number) =>
    n === 1 ? 'Edhe 1 nënshkrim nuk u kontrollua.' : `Edhe ${formatNumber(n)} nënshkrime nuk u kontrolluan.`,
}

export type SignatureTexts = typeof sq
