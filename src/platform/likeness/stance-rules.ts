import { remembered } from '../search/analysis/remembered-rules.ts'

/**
 * Words by which two texts can say the opposite with the same letters: denial, for and against, up and down, keep and remove.
 * All words of one class count as the same word; texts with other classes in what they share are never alike.
 */
const words = (list: string): string => list.trim().replace(/\s+/g, '|')

/** Whole folded words, or beginnings where a dash stands at the end. Albanian, English, Serbian in Latin letters. */
const CLASSES: Readonly<Record<string, string>> = {
  against: `kunder kundersht- refuzo- refuzim- papranueshm- papajtuesh- shpall-kunder
    against oppos- object objects objected objection- reject- disagree- unacceptable
    protiv protivim- protivi- odbij- odbac- neprihvatljiv-`,
  for: `pro mbeshte- mbeshtet- perkrah- dakord pajtohem pajtohemi favor aprovoj aprovojme miratoj miratojme
    support- favour- agree- endors- welcome- podrzav- podrzat- slazem slazemo saglas-`,
  up: `rrit- shto shtoj shtohet shtohen shtuar shtohej shtoni shtim- zgjat- zgjero- zgjerim- ngri ngrihet ngrihen larte larta
    increas- rais- more higher extend- extension- expand- longer add added adding
    povec- prosir- produz- vise dodat- dodaj-`,
  down: `ul ulet ulen ulur ulni ulje uljen uljes uljet ulim pakeso- pakesim- zvogelo- zvogelim- shkurto- shkurtim- ngushto- uleta
    reduc- lower- decreas- less fewer shorten- cut cuts smanj- skrat- manje`,
  keep: `ruaj- ruajt- ruhet ruhen mbaj mbahet mbahen mbajt- mbetet mbeten lini lere vazhdo- vazhdim- ruani
    keep- kept retain- preserv- remain- stay- continu- zadrz- sacuv- ostane ostanu nastav-`,
  remove: `hiq- hiqet hiqni heq heqim heqja heqjen heqje heqni heqet fshi- shfuqizo- shfuqizim- anulo- anulim- largo- largim- prish- shemb- nderpri- ndal ndal- pezullo- pezullim-
    remov- delet- abolish- cancel- scrap- drop drops dropped repeal- stop- ban bans banned prohibit- forbid- forbidden suspend- withdraw- demolish-
    ukin- ukid- obris- uklon- zabran- obustav- povuc- rus-`,
  allow: `lejo- lejua- lejim- allow- permit permits permitted dozvol-`,
  open: `hap hapet hapen hapur hapja hapjen hapni hape open- otvor-`,
  close: `mbyll- clos- shut zatvor-`,
  before: `para perpara before pre prije`,
  after: `pas after posle nakon`,
  good: `mire mira drejte drejt dobishm- nevojshm- pershtatshm- good right fair useful necessary suitable dobr- praved- korisn- potreb-`,
  bad: `keq keqe keqen padrejt- demshm- panevojshm- papershtatshm- gabuar gabim- bad wrong unfair harmful useless unnecessary unsuitable los losa lose nepraved- stetn- nepotreb-`,
  free: `falas free besplat-`,
  public: `publik publike publiku publikut publikun publikes public javn-`,
  private: `privat-`,
  must: `detyruesh- detyrim- obligo- obligativ- mandator- compulsory obligator- obavez-`,
  may: `vullnetar- fakultativ- voluntar- optional dobrovolj-`,
  only: `vetem only samo`,
}

/** What denies; `ne` is "in" in Albanian, so each language has its own. */
const DENIALS: Readonly<Record<'sq' | 'en' | 'sr', ReadonlySet<string>>> = {
  sq: setOf(
    'nuk s ska skam skemi skane sjam sjemi sjane sduam sdua smund sduhet seshte mos jo asnje asnjeri askush aspak kurre asgje asnjehere pa',
  ),
  en: setOf(`not no never none nobody nothing neither nor without cannot dont doesnt isnt arent cant wont shouldnt wouldnt couldnt
    didnt wasnt werent havent hasnt`),
  sr: setOf(
    'ne nije nisu nisam nismo nema nemamo nemaju nemam nemoj nemojte nikad nikada nista niko necu necemo nece bez ni nikakv',
  ),
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

const EXACT = new Map<string, string>()
const BEGINNINGS: [beginning: string, name: string][] = []
for (const [name, list] of Object.entries(CLASSES)) {
  for (const word of words(list).split('|')) {
    if (word.endsWith('-')) BEGINNINGS.push([word.slice(0, -1), name])
    else EXACT.set(word, name)
  }
}
/** The longest beginning wins: panevojshme is bad, before anything shorter is asked. */
BEGINNINGS.sort(([a], [b]) => b.length - a.length)

export type Stance = string
export type Lang = 'sq' | 'en' | 'sr'

/** The class of a folded word, or null for one that takes no side. */
export const stanceOf = (folded: string, lang: Lang): Stance | null =>
  DENIALS[lang].has(folded) ? 'not' : classOf(folded) || null

const classOf = remembered((folded) => {
  const exact = EXACT.get(folded)
  if (exact !== undefined) return exact
  if (folded.length < 3) return ''
  return BEGINNINGS.find(([beginning]) => folded.startsWith(beginning))?.[1] ?? ''
})

/** "Më shumë" and "më pak" take a side; "shumë" alone is a degree. */
export const degreeOf = (before: string | undefined, folded: string): Stance | null =>
  before !== 'me' ? null : folded === 'shume' ? 'up' : folded === 'pak' ? 'down' : null

/** In a sentence that tells of its writer, this makes it an opinion. "Pa marrë përgjigje" and "më mirë" do not. */
export const takesAPosition = (key: string, folded: string): boolean =>
  /^#(?:for|against|remove|keep|down|allow|close|must)$/.test(key) ||
  (key === '#not' && folded !== 'pa' && folded !== 'without' && folded !== 'bez')

const DENYING_HEADS = ['pa', 'mos', 'jo', 'un', 'in', 'im', 'dis', 'non', 'ne', 'anti']

/** One is the other with a syllable that denies before it: i ligjshëm, i paligjshëm. */
export const deniesByItsHead = (a: string, b: string): boolean =>
  DENYING_HEADS.some((head) => a === head + b || b === head + a)
