/**
 * The mark: a narrow woven band of stepped diamonds between two hooked borders, from the geometry of the Albanian
 * kilim. It says nothing, so nobody hears it. At most once a page: the pattern has an id.
 */
export const KilimBand = () => (
  <svg class="kv-kilim" width="100%" height="28" aria-hidden="true" focusable="false">
    <pattern id="kilim" width="56" height="28" patternUnits="userSpaceOnUse" x="50%">
      <path class="kv-kilim__thread" d="M0 0h56v28H0z" />
      <path
        class="kv-kilim__field"
        d="M0 3h8v2H0zM16 3h8v2h-8zM32 3h8v2h-8zM48 3h8v2h-8zM0 23h8v2H0zM16 23h8v2h-8zM32 23h8v2h-8zM48 23h8v2h-8z"
      />
      <path
        class="kv-kilim__field"
        d="M26 8h4v2h4v2h6v2h6v2h-6v2h-6v2h-4v2h-4v-2h-4v-2h-6v-2h-6v-2h6v-2h6v-2h4zM0 10h4v2h4v4H4v2H0zM56 10h-4v2h-4v4h4v2h4z"
      />
      <path class="kv-kilim__thread" d="M26 12h4v2h4v2h-4v2h-4v-2h-4v-2h4zM0 13h4v2H0zM52 13h4v2h-4z" />
    </pattern>
    <rect width="100%" height="28" fill="url(#kilim)" />
  </svg>
)
