const sorts: readonly string[] = [
  // What comes to mind first
  'password passwd pass secret secretkey key private admin administrator root user guest test testing tester',
  'demo example sample default changeme letmein welcome hello login signin access open opensesame sesame',
  'master superuser super system server service backend frontend token jwt jwtsecret session cookie auth',
  'oauth bearer hmac signature signing signingkey privatekey sharedsecret topsecret hidden unknown nothing',
  'temporary temp dev develop developer development staging production prod local localhost docker config',
  'qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx abc abcd abcdef abcdefg abcdefgh',
  '1234 12345 123456 1234567 12345678 123456789 1234567890 0000 1111 4321 654321 7777 8888 987654321',
  'iloveyou lovely love forever always never maybe please thankyou sorry goodbye goodmorning goodnight',
  // Names
  'alice bob mallory carol dave eve frank grace henry isaac jane john kate laura mike nancy oliver paul',
  'peter quentin rachel sam sarah tom ursula victor wendy xavier yvonne zoe adam anna ben charlie daniel',
  'david emily emma eric george hannah jack james jason jennifer jessica joseph joshua julia kevin leo linda',
  'lucas lucy maria mark martin matthew max michael michelle nick nicole noah oscar patrick robert rose ryan',
  'simon sophie stephen steven thomas william minjun seoyeon jiho jimin haneul minseo yuna jisoo hyunwoo',
  'jungkook taehyung suji dongwoo seungmin hana bora areum sora nari gildong cheolsu younghee',
  // Animals
  'dog cat puppy kitty kitten tiger lion bear wolf fox rabbit bunny horse pony monkey panda koala dragon',
  'eagle falcon hawk owl raven crow sparrow penguin dolphin whale shark octopus turtle snake lizard frog',
  'spider butterfly ladybug honeybee mosquito elephant giraffe zebra hippo rhino camel kangaroo squirrel',
  'hedgehog hamster mouse rat badger otter beaver deer moose buffalo goat sheep lamb chicken rooster duck',
  'goose swan turkey peacock parrot flamingo pelican salmon tuna lobster crab shrimp oyster horang gom',
  'tokki goyangi gangaji',
  // Colours, numbers, sizes
  'red orange yellow green blue indigo violet purple pink brown black white grey silver gold golden scarlet',
  'crimson turquoise emerald sapphire ruby diamond pearl amber ivory zero one two three four five six seven',
  'eight nine ten eleven twelve hundred thousand million big small tiny huge little giant',
  // Time and weather
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august',
  'september october november december spring summer autumn winter morning noon evening night midnight',
  'today tomorrow yesterday weekend holiday birthday christmas easter halloween newyear sun sunshine rain',
  'rainbow snow snowflake storm thunder lightning wind breeze cloud fog frost ice fire flame smoke ash',
  // Places
  'seoul busan incheon daegu daejeon gwangju ulsan sejong suwon jeju gangnam hongdae itaewon hangang seoraksan',
  'hallasan korea tokyo osaka kyoto beijing shanghai hongkong taipei bangkok singapore sydney london paris',
  'berlin munich hamburg vienna zurich geneva rome milan venice madrid barcelona lisbon dublin edinburgh oslo',
  'stockholm helsinki copenhagen warsaw prague budapest athens istanbul moscow cairo nairobi newyork boston',
  'chicago seattle california texas florida hawaii toronto vancouver mexico brazil argentina chile peru africa',
  'europe asia america australia earth moon mars venus jupiter saturn neptune pluto galaxy universe space star',
  // Nature
  'tree forest wood oak maple pine willow bamboo flower rose lily tulip daisy sunflower lavender jasmine',
  'cherry blossom grass meadow field garden river lake ocean sea beach island mountain valley hill desert',
  'canyon volcano waterfall stone rock crystal sand shell coral seaweed moss mushroom clover',
  // Games, sports, music
  'football soccer baseball basketball tennis golf hockey volleyball badminton swimming running cycling skiing',
  'climbing boxing karate taekwondo judo yoga chess poker domino puzzle lego robot ninja samurai pirate knight',
  'wizard witch magic unicorn phoenix vampire zombie ghost angel devil hero legend champion winner victory',
  'player gamer arcade console joystick music guitar piano violin drums trumpet singer melody rhythm concert',
  'disco rock jazz blues opera karaoke kpop idol',
  // Things
  'computer laptop keyboard monitor printer mouse phone camera television radio internet network router wifi',
  'cable battery lamp candle mirror window door house home castle tower bridge street road car truck bus',
  'train subway airplane airport rocket ship boat bicycle motorcycle engine wheel hammer knife scissors needle',
  'button zipper shirt jacket sweater shoes sneakers umbrella backpack wallet purse watch clock calendar diary',
  'notebook pencil paper book library school teacher student university company office coffeehouse market',
  // Kitchen
  'apple banana cherry grape lemon lime mango melon orange peach pear pineapple plum strawberry blueberry',
  'raspberry watermelon coconut avocado tomato potato carrot onion garlic ginger pepper cabbage spinach',
  'lettuce cucumber pumpkin corn rice noodle ramen pasta spaghetti pizza burger sandwich sausage bacon steak',
  'chicken turkey sushi kimchi bulgogi bibimbap tteokbokki gimbap soju makgeolli galbi mandu soup salad cheese',
  'butter cream milk yogurt honey sugar salt vinegar olive chocolate vanilla caramel cookie biscuit cake pie',
  'donut waffle pancake muffin brownie pudding icecream candy lollipop bread bakery baker flour dough yeast',
  'oven toast bagel baguette sourdough rye pretzel brioche scone crumb crust croissant coffee espresso latte',
  'cappuccino mocha tea matcha juice cola water wine beer whiskey vodka cocktail',
  // Feelings and qualities
  'happy lucky crazy funny sweet smart clever brave strong quick lazy sleepy hungry angry proud honest kind',
  'gentle wild free freedom peace dream hope faith trust truth beauty courage wisdom power energy passion',
  'secretly silent quiet loud bright dark shadow cool fresh perfect awesome amazing wonderful beautiful',
  'handsome pretty cute adorable friend friends family mother father sister brother baby honeymoon darling',
  'sweetheart prince princess queen king emperor captain doctor nurse engineer pilot soldier hunter farmer',
];

/**
 * Words that people take for secrets, a few of each sort. A real attacker's list has millions, and a
 * graphics card tries them thousands of times faster.
 */
export const words: readonly string[] = [...new Set(sorts.flatMap((line) => line.split(' ')))];
