declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'lotse-copy': { children?: unknown }
    }
  }
}

/** A link that is shown once, to be handed over; with script there is a button that copies it. */
export const LinkToHandOver = ({ label, link, id }: { label: string; link: string; id: string }) => (
  <div class="field link-to-hand-over">
    <label for={id}>{label}</label>
    <lotse-copy>
      <input class="control control-full" id={id} type="text" readonly value={link} />
    </lotse-copy>
  </div>
)
