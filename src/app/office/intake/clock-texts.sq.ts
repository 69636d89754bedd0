import type { CaseClock } from '#platform/intake/clock-rules.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'

/** The words of the clock of a case. */
export const clockSq = {
  title: 'Afati i përgjigjes',
  label: 'Përgjigjja jepet deri më',
  toDeadline: 'Afati ditë për ditë',
  // All that anybody reads of it on the public board.
  publicTitle: (number: string) => `Kërkesë ${number}`,
  none: 'Kjo çështje nuk ka afat përgjigjeje.',
  choose: 'Caktoni afatin',
  legend: 'Çfarë kërkon shkrimi?',
  kinds: {
    petition: 'Peticion',
    day: 'Ditë e caktuar me dorë',
    none: 'Pa afat: shkrimi nuk kërkon përgjigje',
  } satisfies Record<Exclude<CaseClock, 'request' | 'information'>, string>,
  information: {
    AL: 'Kërkesë për informacion',
    XK: 'Kërkesë për qasje në dokumente publike',
  } satisfies Record<Jurisdiction, string>,
  request: {
    AL: 'Kërkesë sipas Kodit të Procedurave Administrative',
    XK: 'Kërkesë sipas Ligjit për Procedurën e Përgjithshme Administrative',
  } satisfies Record<Jurisdiction, string>,
  until: (law: string, day: string) => `${law}: përgjigje deri më ${day}`,
  notSet: (names: readonly string[]) =>
    `${names.length === 1 ? 'Nuk mund të zgjidhet' : 'Nuk mund të zgjidhen'}, sepse ligji nuk jep numër të verifikuar ditësh dhe institucioni nuk ka caktuar afat të vetin: ${names.join('; ')}.`,
  day: 'Dita',
  dayError: 'Shkruani një ditë që ekziston, për shembull 21 11 2026',
  kindError: 'Zgjidhni çfarë kërkon shkrimi',
  ground: 'Arsyeja',
  groundHint: 'Mbetet në historikun e afatit. Mos shkruani emra a të dhëna të qytetarëve.',
  submit: 'Ruani afatin',
  extend: 'Zgjateni afatin',
  extendLaw: (clock: string, law: string) => `${clock} (${law}).`,
  extendOwn: 'Afatin e ka caktuar vetë institucioni; zgjatet me aq ditë sa shkruani.',
  extendTold:
    'Zgjatja vlen vetëm nëse kërkuesi njoftohet brenda afatit. Kush ka lënë një adresë e-poste, njoftohet menjëherë me letër.',
  extendBy: 'Me sa ditë zgjatet',
  extendByHint: 'Bosh: aq sa lejon ligji.',
  extendByError: 'Shkruani një numër ditësh, nga 1 deri në 365',
  notice: 'Si u njoftua kërkuesi',
  noticeHint: 'Për shembull: me shkresën nr. 214, datë 21 nëntor 2026.',
  noticeError: 'Shkruani si u njoftua kërkuesi, me 3 deri në 1000 shenja',
  groundError: 'Zgjidhni arsyen e zgjatjes',
  pause: 'Pezullojeni afatin',
  pauseHint: 'Vetëm kur e lejon një ligj ose një akt; shkruani cili. Afati nuk ecën derisa t’i hiqet pezullimi.',
  resume: 'Hiqeni pezullimin',
  resumeHint: 'Ditët e pezullimit nuk numërohen.',
  forward: (day: string) =>
    `Kërkesa që i takon një organi tjetër i kalohet menjëherë, jo më vonë se 2 ditë (Kodi i Procedurave Administrative, neni 24): deri më ${day}.`,
  forwardOver: 'Kjo ditë ka kaluar.',
  both: (workBy: string, due: string) => `${workBy} (leximi tjetër: ${due})`,
}

/** What happened to it, in the history of the case. */
export const clockKindsSq = {
  'deadline-started': 'filloi afati',
  'deadline-paused': 'u pezullua afati',
  'deadline-resumed': 'u hoq pezullimi i afatit',
  'deadline-extended': 'u zgjat afati',
  'deadline-chosen': 'u caktua dita e afatit',
  'deadline-moved': 'u zhvendos afati',
  'deadline-met': 'u përmbush afati',
  'deadline-lapsed': 'kaloi afati pa u përmbushur',
  'deadline-cancelled': 'u anulua afati',
  'deadline-reopened': 'u rihap afati',
  'deadline-reminded': 'u dërgua kujtesë për afatin',
}

/** Why a deed with it was not done. */
export const clockRefusalsSq = {
  'no-term':
    'Ligji nuk jep numër ditësh dhe institucioni nuk ka caktuar afat të vetin. Zgjidhni diçka tjetër, ose caktoni një ditë me dorë.',
  'no-clock': 'Çështja nuk ka afat që mund të anulohet.',
  'cannot-extend': 'Ky afat nuk zgjatet, ose është zgjatur tashmë një herë, ose ditët janë më shumë se sa lejon ligji.',
  'ground-not-listed': 'Ky afat zgjatet vetëm për një nga arsyet që rendit ligji.',
  'extended-too-late': 'Afati ka mbaruar: zgjatja njoftohet brenda afatit të parë.',
  'cannot-pause': 'Afati ka ndryshuar që kur e hapët faqen. Shikojeni përsëri.',
  'paused-too-late': 'Afati ka mbaruar dhe nuk pezullohet më.',
  'after-deadline': 'Dita është pas afatit që jep ligji. Zgjidhni një ditë më të hershme, ose zgjateni afatin.',
}

export type ClockTexts = typeof clockSq
