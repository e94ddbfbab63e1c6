delete from projection.product where label_code like 'bench%';
delete from projection.product_search where maker_words = 'bench';
