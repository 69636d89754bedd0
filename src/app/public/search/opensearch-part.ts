import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { xmlAnywhere } from '#platform/texts/export/xml-words-rules.ts'
import { searchTexts } from './texts.ts'
import { searchUrls } from './urls.ts'

/** The OpenSearch description, by which a browser offers this search in its address bar. */
export function openSearchDescription(lang: Lang, url: string): string {
  const t = searchTexts(lang).description
  const at = (path: string) => xmlAnywhere(url + inLanguage(lang, path))
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${xmlAnywhere(t.name)}</ShortName>
  <Description>${xmlAnywhere(t.words)}</Description>
  <Language>${lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Url type="text/html" method="get" template="${at(searchUrls.page())}?q={searchTerms}"/>
  <Url type="application/json" method="get" template="${at(searchUrls.data())}?q={searchTerms}"/>
  <Url type="application/x-suggestions+json" method="get" template="${at(searchUrls.suggestions())}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${at(searchUrls.description())}"/>
</OpenSearchDescription>
`
}
