/** A picture of 96 by 96 with warm light from the upper left. `crust` and `crumb` can be used as paints. */
export function picture(light: string, dark: string, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<defs>
<radialGradient id="plate" cx=".4" cy=".35" r=".8"><stop offset="0" stop-color="#fffaf1"/><stop offset="1" stop-color="#f8e3c3"/></radialGradient>
<radialGradient id="crust" cx=".36" cy=".26" r=".86"><stop offset="0" stop-color="${light}"/><stop offset=".55" stop-color="${middle(light, dark)}"/><stop offset="1" stop-color="${dark}"/></radialGradient>
<linearGradient id="crumb" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff0d0"/><stop offset="1" stop-color="#f0cd94"/></linearGradient>
<radialGradient id="shade"><stop offset="0" stop-color="#7a4415" stop-opacity=".38"/><stop offset="1" stop-color="#7a4415" stop-opacity="0"/></radialGradient>
</defs>
<rect width="96" height="96" fill="url(#plate)"/>
<ellipse cx="50" cy="72" rx="38" ry="11" fill="url(#shade)"/>
${shapes}
</svg>`;
}

/** The colour half way between two of the form `#rrggbb`. */
function middle(one: string, other: string): string {
  const channels = [1, 3, 5].map((at) => Math.round((channel(one, at) + channel(other, at)) / 2));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}
