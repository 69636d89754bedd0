import { CopyWords } from './copy-words.tsx'
import { Details } from './details.tsx'
import type { Example } from './example.ts'
import { Inset } from './inset.tsx'
import { NoticeBanner } from './notice-banner.tsx'
import { OfficeLink } from './office-link.tsx'
import { PrivacyNotice } from './privacy-notice.tsx'
import { QrCode } from './qr-code.tsx'
import { WarningText } from './warning-text.tsx'
import { WordChange, WordChanges } from './word-changes.tsx'

export const wordsExamples: readonly Example[] = [
  {
    component: 'WordChanges',
    name: 'një formulim i propozuar',
    render: () => (
      <div class="kv-changed-words">
        <WordChanges
          lang="sq"
          pieces={[
            { kind: 'same', words: 'Tregu mbyllet në orën ' },
            { kind: 'removed', words: '14:00' },
            { kind: 'added', words: '16:00' },
            { kind: 'same', words: '.' },
          ]}
        />
      </div>
    ),
  },
  {
    component: 'WordChange',
    name: 'në mes të një fjalie',
    render: () => (
      <p class="govuk-body">
        Tregu mbyllet <WordChange lang="sq" piece={{ kind: 'added', words: 'në orën 16:00' }} />.
      </p>
    ),
  },
  {
    component: 'CopyWords',
    name: 'për regjistrin e shtetit',
    render: () => (
      <CopyWords
        id="fjalet-shembull"
        words={'Projektrregullore për tregun\nKomentet pranohen deri më 18 dhjetor 2026.'}
        label="Kopjojeni"
        named="titullin"
        copied="U kopjua"
      />
    ),
  },
  {
    component: 'QrCode',
    name: 'adresa e një konsultimi',
    render: () => <QrCode words="https://kuvend.example/konsultime/shembull-2026-1" label="Kodi QR i adresës" />,
  },
  {
    component: 'PrivacyNotice',
    name: 'te një formular',
    render: () => (
      <PrivacyNotice lang="sq" items={[{ what: 'Komenti i pakonfirmuar', howLong: 'shtatë ditë pas dërgimit' }]} />
    ),
  },
  {
    component: 'OfficeLink',
    name: 'historiku i një regjistrimi',
    render: () => <OfficeLink lang="sq" href="/zyra/historiku" label="Historiku" />,
  },
  {
    component: 'Details',
    name: 'i mbyllur',
    render: () => (
      <Details summary="Si numërohen ditët?">
        <p>Numërohen ditët e punës. Festat zyrtare dhe fundjavat nuk numërohen.</p>
      </Details>
    ),
  },
  {
    component: 'Inset',
    name: 'përgjigje',
    render: () => (
      <Inset>
        <p>Propozimi u pranua pjesërisht: tregu i së shtunës shtohet në nenin 5, por jo në zonën e shkollës.</p>
      </Inset>
    ),
  },
  {
    component: 'WarningText',
    name: 'para një veprimi',
    render: () => (
      <WarningText assistive="Kujdes">Pas shpalljes, teksti nuk ndryshohet më: bëhet një version i ri.</WarningText>
    ),
  },
  {
    component: 'NoticeBanner',
    name: 'njoftim',
    render: () => (
      <NoticeBanner title="Afati u zgjat">
        <p>Komentet pranohen deri më 8 dhjetor 2026, sepse më 28 nëntor ishte festë zyrtare.</p>
      </NoticeBanner>
    ),
  },
  {
    component: 'NoticeBanner',
    name: 'e kryer',
    render: () => (
      <NoticeBanner title="Komenti juaj u pranua" tone="done">
        <p>
          Kodi i tij është <strong>K7PM-3QXD</strong>. Ruajeni: me të gjeni përgjigjen.
        </p>
      </NoticeBanner>
    ),
  },
]
