/** Plain class selectors and no addresses: the page is shown in a frame that loads nothing by itself. */
export const newsStyleSheet = `.news {
  box-sizing: border-box;
  min-height: 100vh;
  padding: 20px;
  background: #fbfbf9;
  color: #1c1f24;
  font-family: 'Pretendard Variable', Pretendard, system-ui, sans-serif;
  font-size: 14px;
  line-height: 1.6;
  word-break: keep-all;
  overflow-wrap: anywhere;
}
.news-header { border-bottom: 2px solid #1c1f24; padding-bottom: 8px; }
.news-name { margin: 0; font-family: Georgia, 'Nanum Myeongjo', serif; font-size: 22px; line-height: 1.2; }
.news-main { display: grid; gap: 16px; padding-top: 16px; max-width: 640px; }
.news-article { border-bottom: 1px solid #dcdfe3; padding-bottom: 12px; }
.news-headline { margin: 0 0 4px; font-size: 16px; line-height: 1.35; }
.news-text { margin: 0 0 8px; color: #454b54; }
.news-link { color: #23508e; }
.news-ad { display: block; }
.news-ad-frame { display: block; max-width: 100%; border: 1px solid #dcdfe3; }
`;
