import { AI_MAPL_06_2018, REG_GRK_05_2016 } from './law-names.ts'
import { inKosovo, kosovan } from './make-rule.ts'
import type { Rule } from './rule.ts'

const PLATFORM = ['konsultimet.rks-gov.net']
const IN_FORCE = '2017-01-01'

/** Regulation 05/2016 of the government, and the instruction for municipalities. */
export const KOSOVO_CONSULTATION: readonly Rule[] = [
  kosovan({
    id: 'XK-CONS-NAT',
    terms: inKosovo('exact', 15, 'wd'),
    clock: {
      sq: '15 ditë pune në një rast që u gjet; teksti i rregullores nuk është parë',
      en: '15 working days in one case that was found; the text of the regulation was not',
    },
    start: { sq: 'Publikimi i konsultimit në nivel qendror', en: 'National consultation published' },
    actor: { sq: 'Publiku', en: 'Public' },
    lapse: null,
    law: 'Reg GRK 05/2016',
    lawName: REG_GRK_05_2016,
    sources: PLATFORM,
    confidence: 'P',
    note: {
      sq: 'Konsultimi 40472 zgjati nga 14 shtatori deri më 4 tetor 2018: 15 ditë pune, po të numërohet edhe dita e parë.',
      en: 'Consultation 40472 ran from 14 September to 4 October 2018: 15 working days, if the first day is counted.',
    },
    validFrom: IN_FORCE,
  }),
  kosovan({
    id: 'XK-CONS-NAT-EXT',
    terms: null,
    clock: { sq: 'afati nuk është parë', en: 'the term was not seen' },
    start: { sq: 'Konsultimi për një dokument të ndërlikuar', en: 'Consultation on a complex document' },
    actor: { sq: 'Organi propozues', en: 'Proposing body' },
    lapse: null,
    law: 'Reg GRK 05/2016',
    lawName: REG_GRK_05_2016,
    sources: PLATFORM,
    confidence: 'N',
    note: {
      sq: 'Flitet për deri në 60 ditë pune, por pa burim.',
      en: 'Up to 60 working days are spoken of, without a source.',
    },
    validFrom: IN_FORCE,
  }),
  kosovan({
    id: 'XK-CONS-NAT-REPORT',
    terms: null,
    clock: { sq: 'afati nuk është parë', en: 'the term was not seen' },
    start: { sq: 'Mbyllja e konsultimit', en: 'Consultation closed' },
    actor: {
      sq: 'Organi propozues, që u përgjigjet të gjithëve dhe publikon raportin',
      en: 'Proposing body, which replies to all and publishes the report',
    },
    lapse: null,
    law: 'Reg GRK 05/2016',
    lawName: REG_GRK_05_2016,
    sources: ['civikos.net/konsultime-publike/'],
    confidence: 'N',
    note: {
      sq: 'Detyrimi është parë në një burim dytësor; afati jo.',
      en: 'The duty was seen in a secondary source; its term was not.',
    },
    validFrom: IN_FORCE,
  }),
  kosovan({
    id: 'XK-CONS-MUN',
    terms: null,
    clock: {
      sq: 'rreth 30 ditë në një rast që u gjet; rregulli nuk është parë',
      en: 'about 30 days in one case; the rule was not seen',
    },
    start: { sq: 'Publikimi i konsultimit komunal', en: 'Municipal consultation published' },
    actor: { sq: 'Komuna', en: 'Municipality' },
    lapse: null,
    law: 'AI MAPL 06/2018',
    lawName: AI_MAPL_06_2018,
    sources: PLATFORM,
    confidence: 'P',
    note: {
      sq: 'Një konsultim zgjati nga 15 tetori deri më 15 nëntor 2021.',
      en: 'One consultation ran from 15 October to 15 November 2021.',
    },
  }),
]
