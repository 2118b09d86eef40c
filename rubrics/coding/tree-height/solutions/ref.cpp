#include <algorithm>

int tree_height(TreeNode* root) {
    if (root == nullptr) return 0;
    return 1 + std::max(tree_height(root->left), tree_height(root->right));
}
