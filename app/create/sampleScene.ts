/** The example picture before any words: our own drawing, a cat at a desk that has seen too much. 960 × 720. */
export const sampleScene = {
  width: 960,
  height: 720,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 720" width="960" height="720">
<defs>
<linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#31407d"/><stop offset="1" stop-color="#7a5aa6"/></linearGradient>
<linearGradient id="d" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#b8743f"/><stop offset="1" stop-color="#8a5129"/></linearGradient>
<linearGradient id="c" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f7a94b"/><stop offset="1" stop-color="#e5852b"/></linearGradient>
<radialGradient id="g" cx=".5" cy=".45" r=".5"><stop offset="0" stop-color="#8be0e6" stop-opacity=".55"/><stop offset="1" stop-color="#8be0e6" stop-opacity="0"/></radialGradient>
</defs>
<rect width="960" height="720" fill="url(#w)"/>
<rect x="78" y="150" width="214" height="226" rx="12" fill="#20295a"/>
<circle cx="232" cy="214" r="34" fill="#ffe9a8"/><circle cx="217" cy="204" r="31" fill="#20295a"/>
<g fill="#fff"><circle cx="122" cy="192" r="3"/><circle cx="160" cy="236" r="2.5"/><circle cx="112" cy="276" r="3"/><circle cx="188" cy="292" r="2.5"/><circle cx="258" cy="286" r="3"/><circle cx="140" cy="336" r="2.5"/></g>
<path d="M185 150v226M78 263h214" stroke="#4a4388" stroke-width="9"/><rect x="78" y="150" width="214" height="226" rx="12" fill="none" stroke="#4a4388" stroke-width="13"/>
<g transform="translate(744 262)"><path d="M0 0h130v16H0z" fill="#4a3a78"/><path d="M12 0v-66h24V0zM40 0v-54h18V0zM62 0l16-62 20 5L84 0z" fill="#d9637a"/><path d="M40 0v-54h18V0z" fill="#f2c14e"/><path d="M62 0l16-62 20 5L84 0z" fill="#58b09c"/></g>
<rect x="0" y="540" width="960" height="180" fill="url(#d)"/><rect x="0" y="540" width="960" height="14" fill="#d18e55"/>
<ellipse cx="480" cy="420" rx="330" ry="250" fill="url(#g)"/>
<path d="M352 552c-14-120 26-200 128-200s142 80 128 200z" fill="url(#c)"/>
<path d="M660 548c70 0 92-62 62-110-12-20-44-10-34 14 14 34-6 54-44 50z" fill="#e5852b"/>
<path d="M352 230l26-84 74 48zM608 230l-26-84-74 48z" fill="#e5852b"/><path d="M374 206l14-40 38 26zM586 206l-14-40-38 26z" fill="#f6c1a0"/>
<ellipse cx="480" cy="282" rx="140" ry="116" fill="url(#c)"/>
<path d="M480 168v44M444 174l6 34M516 174l-6 34" stroke="#c66a1b" stroke-width="12" stroke-linecap="round"/>
<path d="M346 300l-62-10M346 322l-60 12M614 300l62-10M614 322l60 12" stroke="#fbe3c6" stroke-width="6" stroke-linecap="round"/>
<ellipse cx="480" cy="334" rx="62" ry="44" fill="#fbe3c6"/>
<ellipse cx="428" cy="272" rx="35" ry="39" fill="#fff"/><ellipse cx="532" cy="272" rx="35" ry="39" fill="#fff"/>
<circle cx="434" cy="284" r="13" fill="#20252b"/><circle cx="526" cy="284" r="13" fill="#20252b"/><circle cx="438" cy="279" r="4.5" fill="#fff"/><circle cx="530" cy="279" r="4.5" fill="#fff"/>
<path d="M392 262c12-10 50-14 72-2" stroke="#c66a1b" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M568 262c-12-10-50-14-72-2" stroke="#c66a1b" stroke-width="9" fill="none" stroke-linecap="round"/>
<path d="M466 318h28l-14 15z" fill="#b8503f"/><path d="M480 333v13m0 0c-9 12-25 12-33 2m33-2c9 12 25 12 33 2" stroke="#7c3b23" stroke-width="5" fill="none" stroke-linecap="round"/>
<path d="M308 428h344c12 0 20 8 21 20l9 106H278l9-106c1-12 9-20 21-20z" fill="#cfd6de"/><path d="M308 428h344c12 0 20 8 21 20l9 106H278l9-106c1-12 9-20 21-20z" fill="none" stroke="#a9b3be" stroke-width="5"/><path d="M478 470l-22 34h18l-6 28 26-38h-18l8-24z" fill="#98a3af"/>
<path d="M236 552h488c10 0 14 18 2 18H234c-12 0-8-18 2-18z" fill="#b4bdc7"/>
<ellipse cx="330" cy="548" rx="36" ry="21" fill="#f7a94b"/><ellipse cx="630" cy="548" rx="36" ry="21" fill="#f7a94b"/><path d="M316 540v13M332 538v14M616 540v13M632 538v14" stroke="#c66a1b" stroke-width="5" stroke-linecap="round"/>
<g transform="translate(762 466)"><path d="M0 0h92l-8 86c-1 10-8 16-18 16H26C16 102 9 96 8 86z" fill="#f4f0e6"/><path d="M92 18c34-6 44 48-6 50" fill="none" stroke="#f4f0e6" stroke-width="12"/><ellipse cx="46" cy="4" rx="46" ry="11" fill="#5b3a26"/><path d="M50 26L32 58h14l-5 24 22-34H48l8-22z" fill="#ffcf14"/><path d="M26-18c-9-16 10-22 2-40M56-18c-9-16 10-22 2-40" stroke="#fff" stroke-opacity=".55" stroke-width="6" fill="none" stroke-linecap="round"/></g>
<g transform="translate(108 520)"><path d="M0 30l76-12 8 40-76 12z" fill="#f2c14e"/><path d="M14 38l46-7M16 48l34-5" stroke="#a47d20" stroke-width="4" stroke-linecap="round"/></g>
</svg>`,
  captions: ['I said just one meme', 'that was six hours ago'],
} as const

/** The scene as an address for an image element. */
export const sampleSceneUrl = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sampleScene.svg)}`
