/**
 * Words and phrases that mean the same, or nearly, in Albania and Kosovo. They are asked for at query time alone: a change here needs
 * no new index.
 *
 * `reviewed` is true only when native speakers of both countries have looked at the group. Nobody has yet: what stands here comes from
 * the glossary of the project and from the laws of both countries.
 */
export type SynonymGroup = {
  /** Albanian; of other languages with its sign: `en:mayor`. */
  words: readonly string[]
  /** `same`: all are looked for. `near`: offered beside what was found, because they are not always the same. */
  meaning: 'same' | 'near'
  reviewed: boolean
}

const same = (...words: string[]): SynonymGroup => ({ words, meaning: 'same', reviewed: false })
const near = (...words: string[]): SynonymGroup => ({ words, meaning: 'near', reviewed: false })

export const SYNONYMS: readonly SynonymGroup[] = [
  // Institutions
  same('bashki', 'komunë', 'en:municipality', 'sr:opština'),
  same(
    'këshill bashkiak',
    'kuvend komunal',
    'këshill i bashkisë',
    'kuvend i komunës',
    'asamble komunale',
    'en:municipal council',
    'en:municipal assembly',
  ),
  same('kryetar i bashkisë', 'kryetar i komunës', 'kryebashkiak', 'en:mayor'),
  same('kryetar i këshillit', 'kryesues i kuvendit'),
  same('bashkiak', 'komunal'),
  // In Kosovo a municipality has a kuvend too.
  near('kuvend', 'parlament'),
  same('Gazeta Zyrtare', 'Fletorja Zyrtare', 'Fletore Zyrtare', 'en:official gazette'),
  same('këshilltar', 'asambleist', 'anëtar i kuvendit', 'en:councillor'),
  same('Këshilli i Ministrave', 'Qeveria', 'en:council of ministers'),
  same('VKM', 'vendim i Këshillit të Ministrave'),
  same('Bashkimi Evropian', 'Bashkimi Europian', 'en:European Union'),
  same('pushtet vendor', 'pushtet lokal', 'vetëqeverisje vendore', 'vetëqeverisje lokale'),
  same('organ publik', 'trup publik'),
  near('qark', 'rajon'),
  near('komision', 'komitet'),
  near('prefekt', 'MAPL'),
  // People
  same('qytetar', 'en:citizen'),
  // A shtetas is a citizen by law; a foreign one is no qytetar of the place.
  near('qytetar', 'shtetas'),
  same('OJF', 'OJQ', 'organizatë jofitimprurëse', 'organizatë joqeveritare', 'en:NGO'),
  same('palë e interesuar', 'palë e interesit', 'grup interesi', 'en:stakeholder'),
  // Zyrtar is “official” as an adjective too: newspaper, language, site.
  near('nëpunës', 'zyrtar'),
  // Papers and acts
  same('letërnjoftim', 'kartë identiteti', 'kartë e identitetit', 'en:identity card'),
  same('leje drejtimi', 'patentë shofer', 'patentë shoferi'),
  same('relacion', 'memorandum shpjegues', 'arsyetim'),
  same('projektligj', 'projekt ligj', 'draft ligj', 'en:draft law'),
  same('projektvendim', 'projekt vendim', 'draft vendim'),
  same('rregullore e brendshme', 'rregullore e punës'),
  same('deklaratë për shtyp', 'komunikatë për media'),
  near('udhëzim administrativ', 'udhëzim'),
  near('vendim gjyqësor', 'aktgjykim', 'aktvendim'),
  near('miratuar', 'aprovuar'),
  // Meetings and consultation
  same('mbledhje', 'en:meeting'),
  // Mbledhje is the collecting of waste and of taxes too, seancë a hearing of a court.
  near('mbledhje', 'seancë'),
  same('rend i ditës', 'axhendë', 'en:agenda'),
  same('dëgjesë publike', 'dëgjim publik', 'en:public hearing'),
  same('konsultim publik', 'konsultim me publikun', 'en:public consultation'),
  same('kërkesë për informacion', 'qasje në dokumente', 'e drejta e informimit', 'en:access to documents'),
  same('tryezë', 'tryezë e rrumbullakët', 'en:round table'),
  // Punëtori is “the worker” too.
  near('punëtori', 'workshop'),
  same('grup pune', 'grup punues', 'en:working group'),
  near('ankim', 'ankesë'),
  near('peticion', 'nismë qytetare'),
  // Money
  same('prokurim', 'en:procurement'),
  // A tender is one way of procurement.
  near('prokurim', 'tender'),
  same('buxhet', 'en:budget', 'sr:budžet'),
  same('euro', 'EUR'),
  near('taksë', 'tatim'),
  near('tarifë', 'taksë'),
  near('grant', 'subvencion'),
  // What plans speak of
  same('tregues', 'indikator'),
  same('rrezik', 'risk'),
  same('aksesueshmëri', 'qasshmëri', 'en:accessibility'),
  same('ndërveprim', 'interoperabilitet'),
  same('digjitalizim', 'dixhitalizim'),
  same('digjital', 'dixhital'),
  near('synim', 'qëllim', 'objektiv'),
  near('masë', 'aktivitet'),
  // Everyday
  same('mbeturina', 'mbetje'),
  // Plehra are fertilisers too.
  near('mbeturina', 'mbetje', 'plehra'),
  same('ujësjellës', 'ujësjellje'),
  // The one has the first five classes, the other all nine.
  near('shkollë fillore', 'shkollë 9-vjeçare'),
  near('kopsht', 'çerdhe'),
  same('Prishtinë', 'sr:Priština'),
]
