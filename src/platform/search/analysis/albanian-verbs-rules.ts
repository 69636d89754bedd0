const words = (list: string): string[] => list.trim().split(/\s+/)

/**
 * Verbs whose forms share no stem that rules could find. Only forms that are nothing else are listed: "ditë" (days), "parë"
 * (first), "kreu" (the chapter), "ardhura" (revenue) stand in no row.
 */
const STRONG_VERBS: Readonly<Record<string, string>> = {
  gjet: 'gjej gjen gjet gjejme gjejne gjeta gjete gjeti gjetem gjeten gjetur gjendet gjenden gjendem gjendej gjendeshin gjente gjenin gjinden gjindet gjendur gjetja gjetje gjetjen gjetjes gjetjet gjetjeve',
  jap: 'jap jep japim jepni japin dha dhame dhane dhashe jepte jepnin jepet jepen jepej jepeshin japesh jape',
  marr: 'marr merr marrim merrni marrin mora more mori morem moren marre merrte merrnin merret merren merrej merreshin marresh',
  shoh: 'shoh sheh shohim shihni shohin pashe pame pane shihte shihnin shihet shihen shihej shiheshin shohe',
  them: 'them thote themi thone thashe thoshte thonin thuhet thuhen thuhej',
  vij: 'vij vjen vijme vijne erdha erdhe erdhi erdhem erdhen vinte vinin',
  dua: 'dua deshi desha deshen donte donin duam duan',
  njoh: 'njoh njeh njohim njihni njohin njoha njohe njohu njohen njihet njihen njihej njiheshin njihte njohur njohe',
  hedh: 'hedh hidh hedhim hidhni hedhin hodha hodhe hodhi hodhen hedhur hidhet hidhen hidhej hidheshin hidhte hedhe',
  mbledh:
    'mbledh mblidh mbledhim mblidhni mbledhin mblodha mblodhi mblodhen mbledhur mblidhet mblidhen mblidhej mblidheshin mbledhe',
  zgjedh: 'zgjedh zgjedhim zgjedhin zgjodha zgjodhi zgjodhem zgjodhen zgjedhur zgjedhe',
  vjedh: 'vjedh vjedhin vodhi vodha vodhen vjedhur vidhet vidhen vidhte vidhej',
  heq: 'heq heqim hiqni heqin hoqa hoqi hoqem hoqen hequr hiqet hiqen hiqej hiqeshin hiqte heqe hiq',
  terheq:
    'terheq terheqim terheqin terhoqa terhoqi terhoqen terhequr terhiqet terhiqen terhiqej terhiqeshin terheqe terhiq',
  dal: 'dal del dalim dilni dalin dola dole doli dolem dolen dale dilte dilnin dilet',
  sjell: 'sjell sjellim sillni sjellin solla solli sollen sjelle sillet sillen sillej silleshin sillte',
  nxjerr: 'nxjerr nxjerrim nxirrni nxjerrin nxora nxori nxoren nxjerre nxirret nxirren nxirrej nxirrte',
  shit: 'shesim shesin shitet shiten shitej shiti shitur shisni shiste shisnin shesel',
  pyet: 'pyes pyet pyesni pyesim pyesin pyeta pyete pyeti pyeten pyetur pyetet pyetej pyeste pyesnin pyetja pyetje pyetjen pyetjes pyetjet pyetjeve',
  mbet: 'mbes mbet mbetem mbetemi mbesin mbeta mbeti mbetet mbeten mbetur mbetej mbeteshin mbese',
  zbrit: 'zbres zbret zbresin zbriti zbriten zbritur zbritet zbritje zbritjes zbritjen',
  nderprer:
    'nderpres nderpret nderpresin nderpreu nderprere nderpreren nderpreres nderpritet nderpriten nderprerje nderprerja nderprerjen nderprerjes nderprerjet',
  thirr:
    'therras therret therrasin therrasim thirri thirra thirren thirrur thirret thirrej thirrte thirrje thirrja thirrjen thirrjes thirrjet thirrjeve',
  godit: 'godas godet godasin goditi godita goditen goditur goditet',
  perket: 'perkas perket perkasin perkiste perkisnin perkitur perkatur',
  flas: 'flas flet flasim flisni flasin fola foli folen folur flitet flitej fliste flisnin',
  djeg: 'djeg djegin dogja dogji dogjen djegur digjet digjen digjej digjte',
  vdek: 'vdes vdesin vdiq vdiqen vdekur vdiste',
  rri: 'rrime rrijne ndenji ndenjur rrinte',
  ndjer: 'ndjej ndjen ndjejme ndjejne ndjeu ndjeva ndjehet ndjehen ndihet ndihen ndihem ndjere ndjehem ndjesh ndjente',
  di: 'dijme dine dinte dinin dihet dihej',
  ha: 'hame hengra hengri hengren ngrene hahet',
  perpjek:
    'perpiqem perpiqet perpiqen perpiqemi perpiqej perpiqeshin perpoqa perpoq perpoqen perpjekur perpjekje perpjekja perpjekjet perpjekjen perpjekjeve',
  kryer: 'kryej kryejme kryejne kryen kryhet kryhen kryhej kryheshin kryente kryenin kryeje',
  bashkengjit:
    'bashkangjit bashkangjitur bashkengjitur bashkengjitet bashkengjitni bashkangjiten bashkengjiten bashkangjitje bashkengjitje bashkangjitjet',
  ndodh: 'ndodh ndodhi ndodhen ndodhet ndodhin ndodhur ndodhej ndodheshin ndodhemi ndodhem ndodhte',
  lejo: 'lejoj lejon lejohet lejuar',
}

/** Vowel stems: each root takes all endings of its class, and all of them have one stem. */
const VOWEL_VERBS: readonly { roots: string; endings: string; stem: string }[] = [
  // përfshij, përfshin, përfshihet, përfshirë, përfshirje
  {
    roots: 'perfshi fshi ble shperble perbe shperbe be nderhy hy shty',
    endings:
      'j n jme ni jne ri ra re ren rem het hen hem hemi hesh hej heshin nte nin ja je rje rja rjen rjes rjet rjeve jsha va ve u',
    stem: 'r',
  },
  // mbaj, mban, mbahet, mbajti, mbajtur, mbajtje
  {
    roots: 'mba permba zbra lua qa',
    endings:
      'j n jme ni jne jti jta jte jten jtem jtur jtura het hen hem hemi hesh hej heshin nte nin jtje jtja jtjen jtjes jtes jtesi jtesit',
    stem: 'jt',
  },
  // arrij, arrin, arrihet, arriti, arritur, arritje
  {
    roots: 'arri mberri',
    endings: 'j n jme ni jne ti ta te ten tem tur tura het hen hej heshin nte nin tje tja tjen tjes tjet tjeve',
    stem: 't',
  },
  // shërbej, shërben, shërbeu, shërbehet, shërbyer
  {
    roots: 'sherb ushq perkth rremb pelq kerc kth rikth shperth rref gj mbrrit shp',
    endings:
      'ej en ejme eni ejne eu eva eve yem yet yen yer yera yere yerit ehet ehen ehej eheshin ente enin eje yerja yerje yerjen',
    stem: 'ej',
  },
]

/** Not of the verb, though they look like it. */
const NOT_OF_VERBS: ReadonlySet<string> = new Set(words('gjeni gjeje bete beta bere bera beu beve shpen'))

function formsOfVerbs(): Map<string, string> {
  const stems = new Map<string, string>()
  for (const { roots, endings, stem } of VOWEL_VERBS) {
    for (const root of words(roots)) {
      for (const ending of words(endings)) {
        if (!NOT_OF_VERBS.has(root + ending)) stems.set(root + ending, root + stem)
      }
    }
  }
  for (const [stem, forms] of Object.entries(STRONG_VERBS)) {
    for (const form of words(forms)) stems.set(form, stem)
  }
  return stems
}

/** Folded form → stem. */
export const VERB_FORMS: ReadonlyMap<string, string> = formsOfVerbs()
