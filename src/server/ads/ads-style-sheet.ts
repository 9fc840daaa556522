/** Plain class selectors and no addresses: the page is shown in a frame that loads nothing by itself. */
export const adsStyleSheet = `body {
  margin: 0;
  background: #fff;
  color: #1c1f24;
  font-family: 'Pretendard Variable', Pretendard, system-ui, sans-serif;
  font-size: 13px;
  line-height: 1.4;
  word-break: keep-all;
  overflow-wrap: anywhere;
}
.ads { padding: 20px; }
.ads-name { margin: 0 0 12px; font-size: 18px; line-height: 1.3; }
.ads-note { max-width: 40em; color: #454b54; }
.ad-picture { display: block; width: 100%; max-width: 300px; height: auto; }
.ad-greeting { margin: 0; padding: 8px 4px; color: #454b54; }
.ad-known { color: #1c1f24; font-weight: 600; }
`;
