/**
 * Stems that the index relies on: words of councils, acts and offices, chosen for this. A stem that changes makes the index of before
 * useless, so a change here needs a new STEM_VERSION.
 */
export const PINNED_STEMS = `
afat: afat afati afatit afate afatet afateve
agjenc: agjenci agjencia agjencisë agjencinë agjencitë agjencive
akt: akt akti aktit akte aktet akteve
alban: Albania Albanisë
ankes: ankesë ankesa ankesës ankesat ankesave
arrit: arrij arrin arriti arrihet arritur arritje
artikull: artikull artikulli artikullit artikuj artikujt artikujve
bashk: bashki bashkia bashkisë bashkinë bashkive bashkitë bashkivet BASHKISË
ber: bëj bën bëjnë bëhet bëhen
bizn: biznes biznesi biznesit biznese bizneset bizneseve
buxhet: buxhet buxheti buxhetit buxhetin buxhete buxhetet buxheteve
certifikat: certifikatë certifikata certifikatës certifikatat
deputet: deputet deputeti deputetit deputetë deputetët deputetëve
dokument: dokument dokumenti dokumentit dokumente dokumentet dokumenteve
drejt: drejtë drejta drejtën drejtat drejtave
drejtor: drejtori drejtoria drejtorisë drejtorinë drejtoritë drejtorive
femij: fëmijë fëmija fëmijës fëmijët fëmijëve
financo: financoj financon financojnë financoi financohet financuar financuara
fshat: fshat fshati fshatit fshatra fshatrat fshatrave
gjet: gjej gjeti gjetën gjendet gjetur
gjykat: gjykatë gjykata gjykatës gjykatën gjykatat gjykatave
gru: grua gruaja gruas gra gratë grave
informacio: informacion informacioni informacionit informacione
inspektorat: inspektorat inspektorati inspektoratit inspektorate inspektoratet
institucio: institucion institucioni institucionit institucione institucionet institucioneve
interes: interes interesi interesit interesa interesat interesave
investim: investim investimi investimit investime investimet investimeve
jap: jap jep dha dhanë jepet jepen japin
kerk: kërkesë kërkesa kërkesës kërkesën kërkesat kërkesave
keshill: këshill këshilli këshillit këshillin këshilla këshillat këshillave
keshilltar: këshilltar këshilltari këshilltarit këshilltarë këshilltarët këshilltarëve këshilltarve
koment: koment komenti komentit komente komentet komenteve
komisio: komision komisioni komisionit komisione komisionet komisioneve
komun: komunë komuna komunës komunën komunat komunave komunash komunavet
konsultim: konsultim konsultimi konsultimit konsultime konsultimet konsultimeve
kontrat: kontratë kontrata kontratës kontratën kontratat kontratave
kryer: kryej kryen kryejnë kryhet kryhen kryer
kryetar: kryetar kryetari kryetarit kryetarin kryetarë kryetarët kryetarëve
kuvend: kuvend kuvendi kuvendit kuvendin kuvende kuvendet kuvendeve
lag: lagje lagja lagjes lagjen lagjet lagjeve
lej: leje leja lejes lejen lejet lejeve
licenc: licencë licenca licencës licencat licencave
lidh: lidh lidhi lidhet lidhen lidhur lidhje lidhjes
ligj: ligj ligji ligjit ligjin ligje ligjet ligjeve
marr: marr merr mori morën merret merren marrim
mbajt: mbaj mban mbajnë mbahet mbahen mbajti mbajtur mbajtje
mbeturin: mbeturinë mbeturina mbeturinës mbeturinat mbeturinave
mbledh: mbledhje mbledhja mbledhjes mbledhjen mbledhjet mbledhjeve
ministr: ministri ministria ministrisë ministrinë ministritë ministrive
mirato: miratoj miraton miratojnë miratoi miratuan miratohet miratohen miratuar miratuara miratuarat miratonte
ndertim: ndërtim ndërtimi ndërtimit ndërtime ndërtimet ndërtimeve
nen: nen neni nenit nenin nene nenet neneve
njer: njeri njeriu njeriut njerëz njerëzit njerëzve
numr: numër numri numrit numra numrat numrave
padites: paditës paditësi paditësit paditëse
paditur: paditur padituri paditurit
pages: pagesë pagesa pagesës pagesat pagesave
park: park parku parkut parqe parqet parqeve
perfshir: përfshij përfshin përfshihet përfshihen përfshirë përfshirje
peticio: peticion peticioni peticionit peticione peticionet peticioneve
pjesemarr: pjesëmarrje pjesëmarrja pjesëmarrjes pjesëmarrjen
plan: plan plani planit plane planet planeve
polic: polici policia policisë policinë
procesverbal: procesverbal procesverbali procesverbalit procesverbale procesverbaleve
projektakt: projektakt projektakti projektaktet projektakteve
projektlig: projektligj projektligji projektligjit projektligje projektligjeve
prokurim: prokurim prokurimi prokurimit prokurime prokurimet prokurimeve
prokuror: prokurori prokuroria prokurorisë prokurorinë
pron: pronë prona pronës pronën pronat pronave
pronesi: pronësi pronësia pronësisë pronësinë
publiko: publikoj publikon publikoi publikua publikohet publikohen publikuar publikuara
pyll: pyll pylli pyllit pyje pyjet pyjeve
qark: qark qarku qarkut qarkun qarqe qarqet qarqeve
qendr: qendër qendra qendrës qendrën qendrat qendrave
qevr: qeveri qeveria qeverisë qeverinë qeveritë qeverive
qytet: qytet qyteti qytetit qytete qytetet qyteteve
qytetar: qytetar qytetari qytetarit qytetarë qytetarët qytetarëve qytetarve qytetarvet
rajo: rajon rajoni rajonit rajone rajonet rajoneve
raport: raport raporti raportit raporte raportet raporteve
regjistr: regjistër regjistri regjistrit regjistra regjistrat regjistrave
rregullor: rregullore rregullorja rregullores rregulloren rregulloret rregulloreve
rrug: rrugë rruga rrugës rrugën rrugët rrugëve
seanc: seancë seanca seancës seancën seancat seancave
sekretar: sekretar sekretari sekretarit sekretarë sekretarët
sherbej: shërbej shërben shërbejnë shërbehet shërbyer
sherbim: shërbim shërbimi shërbimit shërbime shërbimet shërbimeve
shkoll: shkollë shkolla shkollës shkollën shkollat shkollave
shpenzim: shpenzim shpenzimi shpenzime shpenzimet shpenzimeve
shqyrto: shqyrtoj shqyrton shqyrtojmë shqyrtoi shqyrtua shqyrtuan shqyrtohet shqyrtuar
spital: spital spitali spitalit spitale spitalet spitaleve
statut: statut statuti statutit statute statuteve
strateg: strategji strategjia strategjisë strategjinë strategjitë strategjive
subvencio: subvencion subvencioni subvencione subvencionet subvencioneve
taks: taksë taksa taksës taksën taksat taksave
tarif: tarifë tarifa tarifës tarifën tarifat tarifave
tatim: tatim tatimi tatimit tatime tatimet tatimeve
tendr: tender tenderi tenderit tenderë tenderët tenderëve
terheq: tërheq tërhoqi tërhiqet tërhequr tërheqje
tok: tokë toka tokës tokën tokat tokave
transparenc: transparencë transparenca transparencës transparencën
treg: treg tregu tregut tregje tregjet tregjeve
udhezim: udhëzim udhëzimi udhëzimit udhëzime udhëzimet udhëzimeve
uj: ujë uji ujit ujin ujëra ujërat ujërave
urdhr: urdhër urdhri urdhrit urdhra urdhrat urdhrave
vendim: vendim vendimi vendimit vendimin vendime vendimet vendimeve vendimesh vendimevet
vendos: vendos vendosi vendosin vendoset vendosen vendosur vendosje vendosjes
votim: votim votimi votimit votime votimet
zgjedh: zgjedhje zgjedhja zgjedhjes zgjedhjet zgjedhjeve
zyrtar: zyrtar zyrtari zyrtarit zyrtarë zyrtarët zyrtarëve
`
  .trim()
  .split('\n')
  .map((line) => {
    const [stem = '', forms = ''] = line.split(': ')
    return { stem, forms: forms.split(' ') }
  })
