import { office } from './office-texts.sq.ts'
import { library } from './library-texts.sq.ts'
import type { AnswerState, Decision, NotConsideredGround } from './answer-rules.ts'

const decisions: Record<Decision, string> = {
  accepted: 'Pranuar',
  'partly-accepted': 'Pranuar pjesërisht',
  rejected: 'Nuk u pranua',
  'outside-scope': 'Jashtë objektit të konsultimit',
  'not-considered': 'Nuk u mor në shqyrtim',
}

const grounds: Record<NotConsideredGround, string> = {
  held: 'komenti u mbajt nga moderimi',
  late: 'komenti erdhi pas afatit',
  'taken-down': 'komenti u hoq nga publiku',
}

const states: Record<AnswerState | 'none', string> = {
  none: 'Pa përgjigje',
  draft: 'Në përgatitje',
  proposed: 'Pret vendim',
  decided: 'Vendosur, pa u publikuar',
  published: 'Publikuar',
  'taken-down': 'Hequr nga publiku',
}

/** The institution's answers to comments. The English file is typed by this one. */
export const sq = {
  decisions,
  grounds,
  states,
  subject: 'Përgjigje ndaj komenteve',
  title: (code: string) => `Përgjigjja ${code}`,
  rights: {
    'answers.read': 'Të shohë përgjigjet ndaj komenteve, edhe ato në përgatitje',
    'answers.write': 'Të shkruajë dhe të propozojë përgjigje ndaj komenteve',
    'answers.decide': 'Të vendosë për përgjigjet e propozuara',
    'answers.publish': 'Të publikojë përgjigje dhe të zhvendosë komente ndërmjet tyre',
    'answers.reasons': 'Të mbajë bibliotekën e arsyetimeve',
  },
  part: {
    heading: 'Përgjigjja e institucionit',
    ground: (words: string) => `Shkaku: ${words}.`,
    by: (proposed: string, decided: string) => `Propozuar nga ${proposed}, vendosur nga ${decided}.`,
    publishedOn: (day: string) => `Publikuar më ${day}`,
    correctedOn: (day: string) => `korrigjuar më ${day}`,
    forMany: (count: number) => `E njëjta përgjigje vlen për ${count} komente`,
    whole: 'Hapeni përgjigjen',
    takenDown: 'Përgjigjja u hoq nga publiku.',
    filter: 'Përgjigjja',
    anyDecision: 'Çdo komente, me ose pa përgjigje',
    unanswered: 'Ende pa përgjigje',
  },
  page: {
    lead: (title: string) => `Përgjigje ndaj komenteve në konsultimin «${title}»`,
    decision: 'Vendimi',
    ground: 'Shkaku',
    reason: 'Arsyetimi',
    proposed: 'Propozuar nga',
    decided: 'Vendosur nga',
    decidedOn: 'Data e vendimit',
    publishedOn: 'Publikuar më',
    correctedOn: 'Korrigjuar më',
    correction: 'Arsyeja e korrigjimit',
    comments: (count: number) =>
      count === 1 ? 'Komenti që mori këtë përgjigje' : `Komentet që morën këtë përgjigje (${count})`,
    commentsHint: 'Komentet që nuk janë publike janë vetëm me kodin e tyre.',
    notPublic: 'nuk është publik',
    versions: 'Versionet e mëparshme',
    version: (n: number, day: string) => `Versioni ${n}, publikuar më ${day}`,
    next: 'Komentet e tjera',
    first: 'Te komentet e para',
    paging: 'Faqet e komenteve',
    data: 'Si të dhëna (JSON)',
    allComments: 'Të gjitha komentet',
    noWords: 'Komenti përmban vetëm përgjigje ndaj pyetjeve ose një formulim të propozuar.',
  },
  office,
  library,
}

export type AnswerTexts = typeof sq

/** Words of the history. */
export const changeKinds = {
  'answer-written': 'U shkrua përgjigjja',
  'answer-changed': 'U ndryshua përgjigjja',
  'answer-proposed': 'U propozua përgjigjja',
  'answer-returned': 'Përgjigjja u kthye për plotësim',
  'answer-decided': 'U vendos për përgjigjen',
  'answer-published': 'U publikua përgjigjja',
  'answer-corrected': 'U publikua korrigjimi i përgjigjes',
  'answer-correction-begun': 'Nisi korrigjimi i përgjigjes',
  'answer-discarded': 'U hodh poshtë ajo që po përgatitej',
  'answer-comments-moved': 'Komente u zhvendosën te një përgjigje tjetër',
  'answer-comments-taken-out': 'Komente u nxorën nga përgjigjja',
  'answer-comments-added': 'Komente u shtuan te përgjigjja',
  'answer-comment-withdrawn': 'Një koment u tërhoq dhe doli nga përgjigjja',
  'reason-written': 'U shtua një arsyetim në bibliotekë',
  'reason-changed': 'U ndryshua një arsyetim i bibliotekës',
  'reason-retired': 'U hoq nga përdorimi një arsyetim',
  'reason-restored': 'Një arsyetim u kthye në përdorim',
}

export const changeFields = {
  answerDecision: 'Vendimi',
  answeredComments: 'Numri i komenteve',
}
