import { picture } from './frame.ts';

/** A picture of each product, by slug. */
export const pictures: ReadonlyMap<string, string> = new Map([
  [
    'salt-bread',
    picture(
      '#f9d493',
      '#b9691f',
      `<path d="M10 60c-2-9 8-15 16-18 8-9 16-14 24-14s17 5 23 14c8 3 16 9 13 18-2 7-11 6-17 5-12 6-30 6-42 0-6 1-15 2-17-5z" fill="url(#crust)"/>
<path d="M28 43c4 8 4 16 0 22M43 32c5 11 5 24 0 36M60 32c-4 12-4 25 1 36M73 43c-4 8-4 15 0 21" fill="none" stroke="#9c5216" stroke-opacity=".5" stroke-width="2.5" stroke-linecap="round"/>
<path d="M30 40c6-6 12-9 19-9" fill="none" stroke="#fff1cf" stroke-opacity=".8" stroke-width="3" stroke-linecap="round"/>
<g fill="#fffdf6"><rect x="46" y="36" width="4" height="4" rx="1" transform="rotate(20 48 38)"/><rect x="54" y="42" width="3.5" height="3.5" rx="1"/><rect x="37" y="45" width="3.5" height="3.5" rx="1" transform="rotate(35 39 47)"/><rect x="49" y="50" width="3" height="3" rx="1"/><rect x="63" y="47" width="3" height="3" rx="1" transform="rotate(15 64 48)"/></g>`,
    ),
  ],
  [
    'rye-sourdough',
    picture(
      '#d8985a',
      '#6d3a15',
      `<path d="M12 54c0-19 16-29 36-29s36 10 36 29c0 14-15 20-36 20S12 68 12 54z" fill="url(#crust)"/>
<path d="M24 58c4-14 14-22 27-24M37 66c3-15 13-24 27-27M54 69c2-11 9-19 20-22" fill="none" stroke="#f9e2bb" stroke-width="4" stroke-linecap="round"/>
<path d="M24 58c4-14 14-22 27-24M37 66c3-15 13-24 27-27M54 69c2-11 9-19 20-22" fill="none" stroke="#a8652c" stroke-opacity=".55" stroke-width="1.3" stroke-linecap="round" transform="translate(1.5 2.5)"/>
<g fill="#fff6e4" fill-opacity=".75"><circle cx="29" cy="42" r="1.4"/><circle cx="42" cy="33" r="1.2"/><circle cx="63" cy="33" r="1.3"/><circle cx="34" cy="52" r="1"/><circle cx="70" cy="58" r="1.3"/><circle cx="48" cy="52" r="1.1"/></g>`,
    ),
  ],
  [
    'croissant',
    picture(
      '#fbd38a',
      '#b5611b',
      `<path d="M11 66c-3-6 1-13 8-15 2-13 14-22 29-22s27 9 29 22c7 2 11 9 8 15-2 4-8 4-12 0-4-5-7-8-11-9-9-4-19-4-28 0-4 1-7 4-11 9-4 4-10 4-12 0z" fill="url(#crust)"/>
<path d="M21 50c5 1 9 4 11 9M32 36c4 5 6 12 6 20M48 29c-1 8-1 17 0 25M64 36c-4 5-6 12-6 20M75 50c-5 1-9 4-11 9" fill="none" stroke="#98500f" stroke-opacity=".55" stroke-width="2.6" stroke-linecap="round"/>
<path d="M29 42c4-5 9-8 15-9M53 33c4 1 8 2 11 5" fill="none" stroke="#fff3d3" stroke-opacity=".85" stroke-width="2.6" stroke-linecap="round"/>`,
    ),
  ],
  [
    'red-bean-bun',
    picture(
      '#eeb160',
      '#94501a',
      `<path d="M14 58c0-18 15-28 34-28s34 10 34 28c0 11-15 16-34 16s-34-5-34-16z" fill="url(#crust)"/>
<ellipse cx="40" cy="42" rx="16" ry="6" fill="#fff0cb" fill-opacity=".5" transform="rotate(-14 40 42)"/>
<g fill="#2b1d12"><ellipse cx="47" cy="38" rx="1.8" ry="1.1"/><ellipse cx="52" cy="40" rx="1.8" ry="1.1" transform="rotate(40 52 40)"/><ellipse cx="46" cy="43" rx="1.8" ry="1.1" transform="rotate(-30 46 43)"/><ellipse cx="55" cy="44" rx="1.7" ry="1"/><ellipse cx="50" cy="46" rx="1.7" ry="1" transform="rotate(20 50 46)"/></g>
<path d="M17 65c8 6 19 8 31 8s23-2 31-8" fill="none" stroke="#6d3510" stroke-opacity=".45" stroke-width="2"/>`,
    ),
  ],
  [
    'cinnamon-roll',
    picture(
      '#f5c687',
      '#a7591d',
      `<circle cx="48" cy="50" r="30" fill="url(#crust)"/>
<path d="M48 50c4-4 10 0 8 6-2 8-14 8-18 0-4-10 4-20 15-19 14 1 21 15 15 27-6 11-21 14-31 7-12-9-13-26-2-36" fill="none" stroke="#7c3c0e" stroke-width="4" stroke-linecap="round" stroke-opacity=".8"/>
<path d="M25 41c6-13 22-18 34-13 5 2 9 5 12 9-4 4-6-1-10 2s-4 8-8 6-5-6-9-4-3 9-8 8-5-8-11-8z" fill="#fffaf0"/>
<path d="M34 33c6-4 13-5 19-3" fill="none" stroke="#f3e1c6" stroke-width="2" stroke-linecap="round"/>`,
    ),
  ],
  [
    'baguette',
    picture(
      '#f4c581',
      '#a45a1c',
      `<path d="M12 76c-6-6-2-16 6-24l34-34c8-8 20-10 27-4 6 6 4 18-4 27L42 74c-9 8-24 8-30 2z" fill="url(#crust)"/>
<g fill="url(#crumb)" stroke="#9a5316" stroke-opacity=".4"><path d="M60 19c8 0 12 4 12 10-6 1-12-3-12-10z"/><path d="M47 31c8 0 13 4 13 11-7 1-13-4-13-11z"/><path d="M34 44c8 0 13 4 13 11-7 1-13-4-13-11z"/><path d="M22 56c8 0 12 4 12 10-6 1-12-3-12-10z"/></g>
<path d="M18 60c1-4 4-7 7-10" fill="none" stroke="#fff1cf" stroke-opacity=".8" stroke-width="2.5" stroke-linecap="round"/>`,
    ),
  ],
]);
