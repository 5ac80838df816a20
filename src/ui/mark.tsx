/** The word mark: a hull line under a pilot's flag, and the name. Drawn, so that it never waits for a font. */
export const Mark = () => (
  <svg viewBox="0 0 112 28" width="112" height="28" aria-hidden="true" focusable="false">
    <path class="mark-signal" d="M11 3.5h9.5v7H11z" />
    <path class="mark-line" d="M11 2.5V19M2.5 19.5c3.2 5.2 6 6 9.6 6 4.4 0 7.6-2 10.4-6z" />
    <g class="mark-line">
      <path d="M35.5 5v17.5h10.5" />
      <circle cx="56.5" cy="16.3" r="6.2" />
      <path d="M69.5 6v12.5c0 2.800 1.3 4 4 4h1.5M65.800 10.400h9" />
      <path d="M89.3 12.400c-1-1.600-2.700-2.3-4.600-2.3-2.5 0-4.400 1.2-4.400 3.2 0 4.3 9.400 1.900 9.400 6.2 0 2-2 3.2-4.800 3.2-2.3 0-4.100-.8-5.2-2.600" />
      <path d="M95 16h12.3c0-3.5-2.5-5.900-6-5.900s-6.3 2.600-6.3 6.3 2.600 6.2 6.5 6.2c2.3 0 4.100-.8 5.3-2.3" />
    </g>
  </svg>
)
