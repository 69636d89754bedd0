import { formatNumber } from '#platform/i18n/formats.ts'
import { Button, LinkButton } from './button.tsx'
import { CheckboxField } from './checkbox-field.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Example } from './example.ts'
import { FileField } from './file-field.tsx'
import { RadioField } from './radio-field.tsx'
import { SelectField } from './select-field.tsx'
import { TextAreaField } from './text-area-field.tsx'
import { TextField } from './text-field.tsx'
import { TreePicker } from './tree-picker.tsx'

const countText = (left: number): string => {
  const many = formatNumber(Math.abs(left))
  if (left < 0) return left === -1 ? 'Një shkronjë më tepër' : `${many} shkronja më tepër`
  return left === 1 ? 'Ju ka mbetur një shkronjë' : `Ju kanë mbetur ${many} shkronja`
}

const DATE_LABELS = { dayLabel: 'Dita', monthLabel: 'Muaji', yearLabel: 'Viti' }

const textExamples: Example[] = [
  {
    component: 'TextField',
    name: 'me udhëzim',
    render: () => (
      <TextField
        name="f-adresa"
        label="Adresa juaj e e-postës"
        hint="Do t’ju dërgojmë vetëm vërtetimin."
        type="email"
        autocomplete="email"
      />
    ),
  },
  {
    component: 'TextField',
    name: 'me gabim',
    render: () => (
      <TextField
        name="f-emri"
        label="Emri juaj"
        value="Arta"
        error="Shkruani emrin dhe mbiemrin"
        width="two-thirds"
        autocomplete="name"
      />
    ),
  },
  {
    component: 'TextField',
    name: 'i shkurtër',
    render: () => (
      <TextField name="f-protokoll" label="Numri i protokollit" width="10" inputmode="numeric" value="1247" />
    ),
  },
  {
    component: 'TextAreaField',
    name: 'me numërim',
    render: () => (
      <TextAreaField
        name="f-koment"
        label="Komenti juaj"
        hint="Mos shkruani të dhëna vetjake: komenti botohet."
        maxLength={4000}
        value="Propozoj që neni 5 të parashikojë edhe tregun e së shtunës."
        countText={countText}
      />
    ),
  },
  {
    component: 'TextAreaField',
    name: 'tepër i gjatë',
    render: () => (
      <TextAreaField
        name="f-arsye"
        label="Arsyetimi"
        rows={3}
        maxLength={20}
        value="Ky arsyetim është më i gjatë se sa lejohet."
        error="Arsyetimi mund të ketë deri në 20 shkronja"
        countText={countText}
      />
    ),
  },
]

const choiceExamples: Example[] = [
  {
    component: 'RadioField',
    name: 'me pyetje vijuese',
    render: () => (
      <RadioField
        name="f-kush"
        legend="Si doni të shfaqet emri juaj?"
        value="organizate"
        legendSize="m"
        options={[
          { value: 'fshehur', label: 'Pa emër', hint: 'Emrin e sheh vetëm institucioni.' },
          { value: 'emri', label: 'Me emrin tim' },
          {
            value: 'organizate',
            label: 'Në emër të një organizate',
            child: <TextField name="f-organizata" label="Emri i organizatës" width="two-thirds" />,
          },
        ]}
      />
    ),
  },
  {
    component: 'RadioField',
    name: 'në një rresht, me gabim',
    render: () => (
      <RadioField
        name="f-mbeshtetje"
        legend="A e mbështetni këtë nen?"
        error="Zgjidhni një përgjigje"
        inline
        options={[
          { value: 'po', label: 'Po' },
          { value: 'jo', label: 'Jo' },
          { value: 'pjeserisht', label: 'Pjesërisht' },
        ]}
      />
    ),
  },
  {
    component: 'RadioField',
    name: 'i vogël',
    render: () => (
      <RadioField
        name="f-vendimi"
        legend="Vendimi për këtë pikë"
        small
        value="pranuar"
        options={[
          { value: 'pranuar', label: 'Pranuar' },
          { value: 'pjeserisht', label: 'Pranuar pjesërisht' },
          { value: 'refuzuar', label: 'Nuk u pranua' },
        ]}
      />
    ),
  },
  {
    component: 'CheckboxField',
    name: 'me udhëzim',
    render: () => (
      <CheckboxField
        name="f-lajmero"
        label="Më njoftoni kur të ketë përgjigje"
        hint="Mund të çregjistroheni kurdo."
        checked
      />
    ),
  },
  {
    component: 'CheckboxField',
    name: 'me gabim',
    render: () => (
      <CheckboxField name="f-pajtohem" label="E di që komenti im botohet" error="Vendosni shenjën për të vazhduar" />
    ),
  },
  {
    component: 'TreePicker',
    name: 'me degë',
    render: () => (
      <TreePicker
        name="f-fushat"
        legend="Fushat"
        hint="Deri në pesë."
        chosen={['2']}
        options={[
          { value: '1', label: 'Mjedisi dhe energjia' },
          { value: '2', label: 'Mbetjet', depth: 2 },
          { value: '3', label: 'Kompostimi', depth: 3 },
          { value: '4', label: 'Transporti' },
        ]}
      />
    ),
  },
  {
    component: 'TreePicker',
    name: 'me gabim',
    render: () => (
      <TreePicker
        name="f-vendet"
        legend="Vendet"
        error="Zgjidhni më së shumti 20 vende"
        chosen={[]}
        options={[{ value: '1', label: 'Fshati Rrëzë (Njësia Bregas)' }]}
      />
    ),
  },
  {
    component: 'SelectField',
    name: 'i thjeshtë',
    render: () => (
      <SelectField
        name="f-njesia"
        label="Njësia administrative"
        value="2"
        options={[
          { value: '', label: 'Të gjitha' },
          { value: '1', label: 'Lugina' },
          { value: '2', label: 'Kodrina e Epërme' },
        ]}
      />
    ),
  },
]

const otherExamples: Example[] = [
  {
    component: 'DateField',
    name: 'me udhëzim',
    render: () => (
      <DateField
        name="f-postuar"
        legend="Kur u shpall në regjistrin zyrtar?"
        hint="Për shembull, 27 3 2026"
        value={{ day: '3', month: '11', year: '2026' }}
        {...DATE_LABELS}
      />
    ),
  },
  {
    component: 'DateField',
    name: 'me gabim',
    render: () => (
      <DateField
        name="f-mbyllet"
        legend="Deri kur pranohen komente?"
        value={{ day: '31', month: '2', year: '2027' }}
        error="Shkruani një datë që ekziston"
        {...DATE_LABELS}
      />
    ),
  },
  {
    component: 'FileField',
    name: 'i thjeshtë',
    render: () => (
      <FileField
        name="f-skedar"
        label="Bashkëngjitni një dokument"
        hint="PDF ose DOCX, deri në 10 MB"
        accept=".pdf,.docx"
      />
    ),
  },
  {
    component: 'ErrorSummary',
    name: 'me dy gabime',
    render: () => (
      <ErrorSummary
        title="Duhet të ndreqni diçka"
        errors={{ 'f-emri': 'Shkruani emrin dhe mbiemrin', 'f-mbeshtetje': 'Zgjidhni një përgjigje' }}
      />
    ),
  },
  {
    component: 'Button',
    name: 'të gjitha llojet',
    render: () => (
      <div class="govuk-button-group">
        <Button preventDoubleClick>Dërgoni komentin</Button>
        <Button kind="secondary">Ruajeni si projekt</Button>
        <Button kind="warning">Tërhiqni konsultimin</Button>
        <LinkButton href="#">Komentoni nenin</LinkButton>
        <LinkButton href="#" kind="secondary">
          Shkarko tekstin
        </LinkButton>
      </div>
    ),
  },
]

export const fieldExamples: readonly Example[] = [...textExamples, ...choiceExamples, ...otherExamples]
