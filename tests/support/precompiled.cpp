// Only the headers matter: see octavo_test_headers().
int main() {}
