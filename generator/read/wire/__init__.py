"""What agencies send: NITF, NewsML, ninjs, IPTC 7901, ANPA 1312, SGML, .story files."""
