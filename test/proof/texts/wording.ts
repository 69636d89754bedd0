import type { Random } from '../../random.ts'
import { isWord, newTokens, wordsOf, type Token } from './tracked.ts'

/** How those who redraft put other words for words. */

const PAIRS: readonly [string, string][] = [
  ['ose', 'apo'],
  ['duhet', 'është i detyruar'],
  ['mund', 'ka të drejtë'],
  ['ditë', 'ditë pune'],
  ['vendos', 'përcakton'],
  ['organi', 'institucioni'],
  ['caktohet', 'përcaktohet'],
  ['personi', 'subjekti'],
  ['gjykata', 'gjykata kompetente'],
  ['nëse', 'në rast se'],
  ['kur', 'në rastet kur'],
  ['dëmin', 'dëmin e shkaktuar'],
  ['lejohet', 'autorizohet'],
  ['rregullat', 'kushtet dhe rregullat'],
  ['zbatohen', 'gjejnë zbatim'],
  ['muaj', 'javë'],
  ['para', 'përpara'],
  ['ligjit', 'këtij ligji'],
  ['detyrat', 'detyrat dhe përgjegjësitë'],
  ['shpërblimin', 'dëmshpërblimin'],
]
const SYNONYMS = new Map<string, string>([...PAIRS, ...PAIRS.map(([one, other]): [string, string] => [other, one])])

const CLAUSES = [
  ', përveç rasteve kur parashikohet ndryshe me ligj,',
  ', brenda tridhjetë ditëve nga marrja e njoftimit,',
  ', me kërkesë të palës së interesuar ose kryesisht,',
  ' me vendim të arsyetuar dhe të njoftuar me shkrim',
  ' në përputhje me standardet e miratuara nga ministri përgjegjës',
  ', pasi të ketë dëgjuar mendimin e komisionit,',
  ' nëpërmjet sistemit elektronik të regjistrimit',
]
const PHRASES = [
  'autoriteti përgjegjës mbikëqyrës',
  'sipas procedurës së miratuar',
  'afatet e përcaktuara në udhëzim',
  'njoftimi bëhet në rrugë elektronike',
  'pala që ka dhënë pëlqimin',
  'me pagesën e tarifës përkatëse',
  'vlerësimi i rrezikut dhe kontrolli',
  'dokumentacioni shoqërues i plotë',
  'në regjistrin publik të hapur',
  'komisioni i posaçëm i vlerësimit',
  'kryen verifikimin në terren',
  'masat e nevojshme administrative',
  'përfituesi i shërbimit',
  'në bashkëpunim me njësitë vendore',
  'kundërvajtje dhe dënohet me gjobë',
  'të dhënat që përpunohen',
]

export const SENTENCES = [
  'Njësia përgjegjëse mban një regjistër elektronik, i cili përditësohet çdo muaj dhe është i hapur për publikun.',
  'Ankesa paraqitet brenda pesëmbëdhjetë ditëve nga njoftimi i aktit dhe nuk e pezullon zbatimin e tij.',
  'Shpenzimet që lidhen me këtë procedurë përballohen nga kërkuesi, me përjashtim të familjeve në nevojë.',
  'Këshilli miraton me shumicë votash planin vjetor dhe e shpall atë në faqen zyrtare.',
  'Inspektorati kontrollon të paktën dy herë në vit përmbushjen e kushteve të lejes.',
  'Të dhënat vetjake ruhen jo më gjatë se pesë vjet dhe pastaj asgjësohen me procesverbal.',
  'Subjektet që ushtrojnë veprimtarinë në kohën e hyrjes në fuqi përshtaten brenda gjashtë muajve.',
  'Formulari i kërkesës, mënyra e plotësimit dhe dokumentet shoqëruese miratohen me udhëzim të ministrit.',
  'Gjoba nga pesëdhjetë mijë deri në dyqind mijë lekë vendoset nga strukturat e kontrollit.',
  'Marrëveshja e bashkëpunimit lidhet me shkrim dhe përmban objektin, afatin, kostot dhe përgjegjësitë.',
  'Komisioni përbëhet nga pesë anëtarë, prej të cilëve dy propozohen nga shoqëria civile.',
  'Udhëtarët me aftësi të kufizuara shoqërohen pa pagesë deri në vendin e ulur.',
  'Uji i shiut grumbullohet në depo të veçanta dhe nuk derdhet në rrjetin e kanalizimeve.',
  'Drejtuesi i laboratorit lëshon certifikatën e analizës brenda dyzet e tetë orëve.',
  'Çmimi i biletës shfaqet në hyrje dhe nuk mund të ndryshojë gjatë sezonit turistik.',
]

export const HEADINGS = [
  'Regjistri elektronik',
  'Mbrojtja e të dhënave vetjake',
  'Bashkëpunimi ndërinstitucional',
  'Kontrolli dhe inspektimi',
  'Tarifat e shërbimit',
  'Dispozita për fëmijët',
  'Raportimi vjetor',
  'Përjashtime të veçanta',
]

export type Weight = 'light' | 'medium' | 'heavy'

const SHARES: Record<Weight, readonly [number, number]> = {
  light: [0.02, 0.08],
  medium: [0.15, 0.3],
  heavy: [0.4, 0.6],
}

/** Other words for a share of the words, in runs as people write them. At least one word changes. */
export function reworded(tokens: readonly Token[], weight: Weight, random: Random): Token[] {
  const [least, most] = SHARES[weight]
  const count = tokens.filter(isWord).length
  let left = Math.max(1, Math.round(count * (least + (random.below(1000) / 1000) * (most - least))))
  let words = [...tokens]
  if (weight !== 'light' && count > 10 && random.below(2) === 0) words = withClause(words, random)
  for (let round = 0; left > 0 && round < 60; round++) {
    const places = words.flatMap((token, at) => (isWord(token) && token.origin >= 0 ? [at] : []))
    if (places.length === 0) break
    const at = random.of(places)
    const run = weight === 'light' ? 1 : Math.min(left, 1 + random.below(5))
    const last = places[Math.min(places.length - 1, places.indexOf(at) + run - 1)] ?? at
    words.splice(at, last - at + 1, ...instead(words.slice(at, last + 1), random))
    left -= run
  }
  return words
}

function instead(old: readonly Token[], random: Random): Token[] {
  const words = wordsOf(old)
  const synonym = SYNONYMS.get(words)
  if (synonym) return newTokens(synonym)
  if (/^\d+$/.test(words)) return newTokens(String(Number(words) + 1 + random.below(20)))
  const phrase = random.of(PHRASES).split(' ')
  const wanted = Math.max(1, old.filter(isWord).length)
  const from = random.below(Math.max(1, phrase.length - wanted + 1))
  return newTokens(phrase.slice(from, from + wanted).join(' '))
}

export function withClause(tokens: readonly Token[], random: Random): Token[] {
  const gaps = tokens.flatMap((token, at) => (at > 1 && token.words === ' ' ? [at] : []))
  if (gaps.length === 0) return [...tokens, ...newTokens(random.of(CLAUSES).trimEnd())]
  const at = random.of(gaps)
  return [...tokens.slice(0, at), ...newTokens(random.of(CLAUSES)), ...tokens.slice(at)]
}

/** Sentences, each with the space after it. */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]]
  tokens.forEach((token, at) => {
    sentences.at(-1)?.push(token)
    const ends = /^\s+$/.test(token.words) && /^[.;]$/.test(tokens[at - 1]?.words ?? '')
    const large = /^\p{Lu}/u.test(tokens[at + 1]?.words ?? '')
    if (ends && large) sentences.push([])
  })
  return sentences.filter((sentence) => sentence.some(isWord))
}

export function joined(sentences: readonly Token[][]): Token[] {
  return sentences.flatMap((sentence, at) => {
    const bare = /^\s+$/.test(sentence.at(-1)?.words ?? '') ? sentence.slice(0, -1) : sentence
    return at === 0 ? bare : [...newTokens(' '), ...bare]
  })
}

/** Quotation marks, dashes and spaces as another office types them; letters taken apart as some machines do. */
export function otherType(tokens: readonly Token[], random: Random): Token[] {
  const quotes = random.of([
    ['“', '”'],
    ['«', '»'],
    ['"', '"'],
  ])
  return tokens.flatMap((token): Token[] => {
    const { words, origin } = token
    if (/^[“„«]$/.test(words)) return [{ words: quotes[0] ?? '', origin }]
    if (/^[”»]$/.test(words)) return [{ words: quotes[1] ?? '', origin }]
    if (words === '-' || words === '–') return [{ words: random.of(['-', '–', '—']), origin }]
    if (words === ' ' && random.below(12) === 0) return [{ words: random.of(['  ', '\u00a0', ' \u00ad']), origin }]
    if (/[ëç]/i.test(words) && random.below(8) === 0) return [{ words: words.normalize('NFD'), origin }]
    return [token]
  })
}
